import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPortableName } from "../../src/portable-name.ts";

describe("a portable name", () => {
  it.each([
    ["Biên bản 2024.pdf", "Biên bản 2024.pdf"],
    ["con", "_con"],
    ["Nul.tar.gz", "_Nul.tar.gz"],
    ["lpt9 .txt", "_lpt9 .txt"],
    ["contract.pdf", "contract.pdf"],
    ["what? <draft>", "what- -draft-"],
    ["a/b\\c", "a-b-c"],
    ["the end. . ", "the end"],
    ["..", ""],
  ])("of %j is %j", (name, portable) => {
    expect(toPortableName(name)).toBe(portable);
  });

  it("is portable already", () => {
    const parts = fc.constantFrom("con", "aux", ".", " ", "a", "$", "1", "?", "\n", "ệ", "_");
    const names = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(parts, { maxLength: 8 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(names, (name) => {
        const portable = toPortableName(name);
        expect(toPortableName(portable)).toBe(portable);
        expect(portable).not.toMatch(/[. ]$|^(?:con|aux)(?:\.|$)/i);
      }),
    );
  });
});
