import { describe, expect, it } from "vitest";
import { isSignatureLine } from "../../../index/text/signature-line.ts";

describe("a line that says who signs for whom", () => {
  it.each([
    "For KSU: Prof. Kim Dae-sung, President",
    "FOR THE UNIVERSITY OF OTAGO: (signed) Professor Margaret Ellison",
    "On behalf of VLIT: Do Trong Khiem",
    "ĐẠI DIỆN BÊN A: Ông Đỗ Trọng Khiêm",
  ])("is %s", (line) => {
    expect(isSignatureLine(line)).toBe(true);
  });

  it.each([
    "For students: how to apply",
    "For Kyungsan University this is new.",
    "The agreement is for KSU: it is signed.",
  ])("is not %s", (line) => {
    expect(isSignatureLine(line)).toBe(false);
  });
});
