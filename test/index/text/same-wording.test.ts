import { describe, expect, it } from "vitest";
import { isSameWording, readWording } from "../../../index/text/same-wording.ts";

const isSame = (a: string, b: string): boolean => {
  const [first, second] = [a, b].map((text) => readWording(text, new Set(text.split(" "))));
  return first !== undefined && second !== undefined && isSameWording(first, second);
};

const SENT = "Hue sends 3 nurses and 5 doctors to Lyon this spring for a year";

describe("two texts with nearly the same parts", () => {
  it("say the same", () => {
    expect(isSame(SENT, SENT.replace("spring", "autumn"))).toBe(true);
    expect(isSame(SENT, "Nobody goes anywhere")).toBe(false);
  });

  it.each([
    ["a number differs", SENT.replace("3", "4")],
    ["a number is missing", SENT.replace("5 ", "")],
    ["numbers change places", SENT.replace("3", "x").replace("5", "3").replace("x", "5")],
  ])("say something else where %s", (_, other) => {
    expect(isSame(SENT, other)).toBe(false);
  });

  it("say something else where there are no parts to compare", () => {
    expect(isSameWording(readWording("Who we are", new Set()), readWording("What we do", new Set()))).toBe(
      false,
    );
  });
});
