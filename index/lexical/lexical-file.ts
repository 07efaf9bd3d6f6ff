import type { LexicalIndex } from "./lexical-index.ts";

/** Grows with every change of the layout below; the manifest of the cache file carries it. */
export const LEXICAL_FORMAT = 1;

/**
 * The bytes of a lexical index: four counts (terms, postings, entries, bytes of the term table) as 64-bit floats,
 * which keeps what follows aligned, then the arrays, widest first so that each is aligned, then the terms in UTF-8
 * with a line feed between.
 */
export function encodeLexicalIndex(index: LexicalIndex): Uint8Array {
  const terms = new TextEncoder().encode(index.terms.join("\n"));
  const header = new Float64Array([index.terms.length, index.entries.length, index.ids.length, terms.length]);
  const parts = [
    header,
    index.ids,
    index.offsets,
    index.entries,
    index.lengths,
    index.textCounts,
    index.inTitle,
    terms,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let position = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), position);
    position += part.byteLength;
  }
  return bytes;
}

/**
 * The index in these bytes, which a manifest must have vouched for. Throws `RangeError` where the sizes do not add up.
 */
export function decodeLexicalIndex(bytes: Uint8Array): LexicalIndex {
  // A copy at offset 0 is aligned for every array, whatever buffer the bytes came in. (`slice` of a Buffer is none.)
  const { buffer } = bytes.byteOffset === 0 ? bytes : new Uint8Array(bytes);
  const counts = new Float64Array(buffer, 0, 4);
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError("The lexical index has no such sizes");
  const [termCount = 0, postingCount = 0, entryCount = 0, termBytes = 0] = counts;
  let position = 4 * Float64Array.BYTES_PER_ELEMENT;
  const take = (size: number): number => {
    const from = position;
    position += size;
    return from;
  };
  const ids = new Float64Array(buffer, take(8 * entryCount), entryCount);
  const offsets = new Uint32Array(buffer, take(4 * (termCount + 1)), termCount + 1);
  const entries = new Uint32Array(buffer, take(4 * postingCount), postingCount);
  const lengths = new Uint32Array(buffer, take(4 * entryCount), entryCount);
  const textCounts = new Uint8Array(buffer, take(postingCount), postingCount);
  const inTitle = new Uint8Array(buffer, take(postingCount), postingCount);
  const table = new TextDecoder().decode(new Uint8Array(buffer, take(termBytes), termBytes));
  const terms = termCount === 0 ? [] : table.split("\n");
  if (position !== bytes.length || terms.length !== termCount)
    throw new RangeError("The lexical index has the wrong size");
  const totalLength = lengths.reduce((sum, length) => sum + length, 0);
  return { terms, offsets, entries, textCounts, inTitle, ids, lengths, totalLength };
}
