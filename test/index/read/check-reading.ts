import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { BlockKind } from "../../../index/document.ts";
import type { Reader, Reading } from "../../../index/read/reader.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";

/** The bytes of a document among the fixtures. */
export function readFixture(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url));
}

/** Kinds and texts of a reading's blocks. */
export function blocksOf({ text, blocks }: Reading): [BlockKind, string][] {
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

/** The texts of the blocks that are not furniture, one a line. */
export function contentOf(reading: Reading): string {
  return blocksOf(reading)
    .filter(([kind]) => kind !== "furniture")
    .map(([, text]) => text)
    .join("\n");
}

/** Checks what holds for every reading: blocks in order, apart, inside the text, without white space around them. */
export function checkReading({ text, blocks, pages }: Reading): void {
  let earliest = 0;
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(earliest);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    earliest = end;
  }
  expect(text).not.toMatch(/\0|\p{Cs}/u);
  expect(pages).toEqual([]);
}

/**
 * Reads damaged copies of a file: bits turned over, pieces taken out, doubled and moved. Each gives a reading or an
 * `UnreadableFile`. Answers how many could be read.
 */
export async function readMutations(reader: Reader, bytes: Uint8Array, count: number): Promise<number> {
  let readable = 0;
  for (let seed = 1; seed <= count; seed++) {
    const outcome = await reader(mutate(bytes, seed)).catch((error: unknown) => error);
    if (outcome instanceof UnreadableFile) continue;
    if (outcome instanceof Error) throw outcome;
    checkReading(outcome as Reading);
    readable += 1;
  }
  return readable;
}

/** Deterministic: the same seed makes the same damage. */
function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 2_654_435_761;
  const below = (limit: number): number => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return limit === 0 ? 0 : state % limit;
  };
  let copy = Buffer.from(bytes);
  for (let step = below(4); step >= 0; step--) {
    const at = below(copy.length);
    const until = Math.min(copy.length, at + 1 + below(200));
    const piece = copy.subarray(at, until);
    const to = below(copy.length);
    const way = below(4);
    if (way === 0) copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
    else if (way === 1) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(until)]);
    else if (way === 2) copy = Buffer.concat([copy.subarray(0, to), piece, copy.subarray(to)]);
    else copy = Buffer.from(copy.subarray(0, Math.max(1, copy.length - below(copy.length))));
  }
  return copy;
}

/** The problem of bytes that cannot be read. */
export async function problemOf(reader: Reader, bytes: Uint8Array): Promise<UnreadableFile["problem"]> {
  const outcome = await reader(bytes).catch((error: unknown) => error);
  if (outcome instanceof UnreadableFile) return outcome.problem;
  throw outcome instanceof Error ? outcome : new Error("It could be read.");
}
