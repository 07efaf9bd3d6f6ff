import { deflateSync, inflateSync } from "node:zlib";
import { MOST_BYTES, mutateBytes, type Weapons } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

const STREAM = /(\d+ 0 obj\n<<\n(?:[^>]|>(?!>))*?\/Length )(\d+)((?:[^>]|>(?!>))*?)>>\nstream\n/g;

/** A stream of a PDF in Latin-1: the dictionary around its length, its bytes from `start` on. */
interface Stream {
  readonly dictionary: readonly [before: string, after: string];
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Damages what a PDF's streams hold (drawing operators, fonts, tables of letters) and writes the file anew around it, with
 * true lengths and places: the damage is in the stream alone. Where a file has no stream that can be unpacked, its bytes
 * are damaged instead.
 */
export function mutatePdf(
  bytes: Buffer,
  others: readonly Buffer[],
  random: Random,
  weapons: Weapons,
): Buffer {
  let file = bytes.toString("latin1");
  const sources = others
    .map((other) => unpackOne(other.toString("latin1"), random))
    .filter((part) => part !== null);
  for (let left = random.pick([1, 1, 2, 4]); left > 0; left--) {
    const stream = pickStream(file, random);
    const unpacked = stream && unpack(file, stream);
    if (!stream || !unpacked) return mutateBytes(bytes, others, random, weapons);
    const mutated = mutateBytes(unpacked, sources.length > 0 ? sources : [unpacked], random, weapons);
    const packed = isPacked(stream) ? deflateSync(mutated.subarray(0, MOST_BYTES)) : mutated;
    const [before, after] = stream.dictionary;
    file = `${file.slice(0, stream.from)}${before}${packed.length}${after}>>\nstream\n${packed.toString("latin1")}${file.slice(stream.end)}`;
  }
  return Buffer.from(writePlaces(file), "latin1");
}

function pickStream(file: string, random: Random): Stream | null {
  const streams = [...file.matchAll(STREAM)].map((match): Stream => {
    const start = match.index + match[0].length;
    return {
      dictionary: [match[1]!, match[3]!],
      from: match.index,
      start,
      end: start + Number(match[2]),
    };
  });
  return streams.length === 0 ? null : random.pick(streams);
}

function isPacked({ dictionary }: Stream): boolean {
  return dictionary.join("").includes("/FlateDecode");
}

function unpack(file: string, stream: Stream): Buffer | null {
  const bytes = Buffer.from(file.slice(stream.start, stream.end), "latin1");
  if (!isPacked(stream)) return bytes;
  try {
    return inflateSync(bytes);
  } catch {
    return null;
  }
}

function unpackOne(file: string, random: Random): Buffer | null {
  const stream = pickStream(file, random);
  return stream && unpack(file, stream);
}

/** Places of the objects, where the file has a plain table of them. */
function writePlaces(file: string): string {
  const table = file.lastIndexOf("\nxref\n");
  if (table < 0) return file;
  const places = new Map(
    [...file.slice(0, table).matchAll(/(?<=\n)(\d+) 0 obj\n/g)].map((match) => [
      Number(match[1]),
      match.index,
    ]),
  );
  let number = 0;
  const end = file
    .slice(table + 1)
    .replace(
      /^(\d+) (\d+)\r?$|^\d{10} (\d{5}) ([nf])/gm,
      (line, first?: string, _?: string, generation?: string, kind?: string) => {
        if (first !== undefined) {
          number = Number(first);
          return line;
        }
        const place = places.get(number++);
        return kind === "f" || place === undefined
          ? line
          : `${String(place).padStart(10, "0")} ${generation} n`;
      },
    );
  return `${file.slice(0, table + 1)}${end.replace(/startxref\n\d+/, `startxref\n${table + 1}`)}`;
}
