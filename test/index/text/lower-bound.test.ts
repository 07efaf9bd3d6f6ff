import fc from "fast-check";
import { expect, it } from "vitest";
import { lowerBound } from "../../../index/text/lower-bound.ts";

it("finds the first text that is not before the wanted one, as a walk does", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "z", "é", "\ud83d"), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(text), text, (list, wanted) => {
      const sorted = [...list].sort();
      const first = sorted.findIndex((candidate) => candidate >= wanted);
      expect(lowerBound(sorted, wanted)).toBe(first < 0 ? sorted.length : first);
    }),
  );
});
