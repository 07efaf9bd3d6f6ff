import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/cli/read-lines.ts";

async function linesOf(chunks: readonly (Uint8Array | string)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(toStream(chunks))) lines.push(line);
  return lines;
}
async function* toStream(chunks: readonly (Uint8Array | string)[]) {
  yield* chunks;
}

describe("readLines", () => {
  it.each([
    ["nothing", "", []],
    ["one line without an end", "a", ["a"]],
    ["one line with its end", "a\n", ["a"]],
    ["empty lines", "\na\n\n", ["", "a", ""]],
    ["Windows line ends", "a\r\nb\r\n", ["a", "b"]],
    ["other separators inside a line", "a\u2028b\u0085c\rd\n", ["a\u2028b\u0085c\rd"]],
    ["a byte-order mark", "\ufeffa\n", ["a"]],
  ])("reads %s", async (_case, text, lines) => {
    expect(await linesOf([new TextEncoder().encode(text)])).toEqual(lines);
  });

  it("replaces what is not UTF-8 and goes on", async () => {
    expect(await linesOf([new Uint8Array([0x61, 0xff, 0x0a, 0x62, 0xc3])])).toEqual(["a\ufffd", "b\ufffd"]);
  });

  it("does not mind where the chunks are cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("đ", "😀", "a", "\n", "\r\n"), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (parts, size) => {
          const bytes = new TextEncoder().encode(parts.join(""));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, position) =>
            bytes.slice(position * size, (position + 1) * size),
          );
          expect(await linesOf(chunks)).toEqual(await linesOf([bytes]));
        },
      ),
    );
  });
});
