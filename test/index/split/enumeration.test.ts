import { describe, expect, it } from "vitest";
import { findEnumeration } from "../../../index/split/enumeration.ts";

function parts(text: string): string[] {
  const offsets = findEnumeration(text);
  return offsets.map((offset, index) => text.slice(offset, offsets[index + 1]).trim());
}

describe("an enumeration inside a sentence", () => {
  it.each([
    ["areas such as: (i) one; (ii) two and (iii) three", ["(i) one;", "(ii) two and", "(iii) three"]],
    ["(I) one (II) two", ["(I) one", "(II) two"]],
    ["(a) one (b) two (c) three", ["(a) one", "(b) two", "(c) three"]],
    ["1) one 2) two", ["1) one", "2) two"]],
    ["(1) five (5) schools, (2) two (2) offices", ["(1) five (5) schools,", "(2) two (2) offices"]],
    [
      "(i) one (see (a) and (b) there) (ii) two (iii) three",
      ["(i) one (see (a) and (b) there)", "(ii) two", "(iii) three"],
    ],
    ["points (h) one (i) two", []],
    ["only (i) one", []],
    ["(ii) two (iii) three", []],
    ["articles (3) and (4)", []],
    ["no marks", []],
    ["(i)one (ii)two", []],
    ["", []],
  ])("of %j has its entries", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
