import type { Random } from "./random.ts";

/** What a format can be hurt with. */
export interface Weapons {
  /** Words of the format in places where nobody expects them. */
  readonly tokens: readonly string[];
  /** What opens a level, what closes it: `["<div>", "</div>"]`. */
  readonly nests: readonly (readonly [open: string, close: string])[];
}

/** Bytes of a mutated file or part, at most. Runs and nests stay below it. */
export const MOST_BYTES = 3 * 1024 * 1024;

const ODD_BYTES = [
  0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x27, 0x28, 0x3c, 0x3e, 0x5c, 0x7f, 0x80, 0xa0, 0xfe, 0xff,
];
const ODD_NUMBERS =
  "0 1 -1 00 7 127 128 255 256 32767 65535 65536 999999 2147483647 2147483648 4294967295 4294967296 9007199254740993 99999999999999999999 0.5 -0 1e9 1e309 NaN".split(
    " ",
  );
/** How often a run is repeated, how deep a nest is: most are small, some are where recursion ends. */
const COUNTS = [2, 3, 8, 30, 100, 300, 1_000, 3_000, 10_000, 50_000];

type Way = (bytes: Buffer, others: readonly Buffer[], random: Random, weapons: Weapons) => Buffer;

/** Bytes with a part of them replaced. */
function splice(bytes: Buffer, from: number, to: number, ...put: Buffer[]): Buffer {
  return Buffer.concat([bytes.subarray(0, from), ...put, bytes.subarray(to)]);
}

/** A stretch of some bytes: mostly short, at times any length. */
function cut(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.below(bytes.length);
  const length = 1 + random.below(random.pick([4, 40, 400, bytes.length - from]));
  return [from, Math.min(bytes.length, from + length)];
}

function repeat(run: Buffer, times: number): Buffer {
  const most = Math.floor(MOST_BYTES / Math.max(1, run.length));
  return Buffer.concat(new Array<Buffer>(Math.min(times, most)).fill(run));
}

const flipBits: Way = (bytes, _, random) => {
  const copy = Buffer.from(bytes);
  for (let left = random.pick([1, 1, 3, 10, 100]); left > 0 && copy.length > 0; left--) {
    const at = random.below(copy.length);
    copy[at] = copy[at]! ^ (1 << random.below(8));
  }
  return copy;
};

const putOddBytes: Way = (bytes, _, random) => {
  const at = random.below(bytes.length + 1);
  const put = repeat(Buffer.from([random.pick(ODD_BYTES)]), random.pick(COUNTS));
  return splice(bytes, at, Math.min(bytes.length, at + random.pick([0, 1, put.length])), put);
};

const takeOut: Way = (bytes, _, random) => splice(bytes, ...cut(bytes, random));

const repeatRun: Way = (bytes, _, random) => {
  const [from, to] = cut(bytes, random);
  return splice(bytes, to, to, repeat(bytes.subarray(from, to), random.pick(COUNTS)));
};

const move: Way = (bytes, _, random) => {
  const [from, to] = cut(bytes, random);
  const rest = splice(bytes, from, to);
  const at = random.below(rest.length + 1);
  return splice(rest, at, at, bytes.subarray(from, to));
};

const swapWithOther: Way = (bytes, others, random) => {
  const other = random.pick(others);
  const [from, to] = cut(bytes, random);
  return splice(bytes, from, to, other.subarray(...cut(other, random)));
};

const joinWithOther: Way = (bytes, others, random) => {
  const other = random.pick(others);
  return Buffer.concat([
    bytes.subarray(0, random.below(bytes.length + 1)),
    other.subarray(random.below(other.length)),
  ]);
};

const truncate: Way = (bytes, _, random) => bytes.subarray(0, random.below(bytes.length + 1));

const putToken: Way = (bytes, _, random, { tokens }) => {
  const at = random.below(bytes.length + 1);
  const token = Buffer.from(random.pick(tokens));
  return splice(bytes, at, at, random.oneIn(6) ? repeat(token, random.pick(COUNTS)) : token);
};

const putNest: Way = (bytes, _, random, { nests }) => {
  const [open, close] = random.pick(nests);
  const depth = Math.min(random.pick(COUNTS), Math.floor(MOST_BYTES / (open.length + close.length)));
  const [from, to] = cut(bytes, random);
  // Not all that is opened is closed.
  const closed = random.pick([depth, depth, 0, depth - 1, depth * 2]);
  return splice(
    bytes,
    from,
    to,
    Buffer.from(open.repeat(depth)),
    bytes.subarray(from, to),
    Buffer.from(close.repeat(closed)),
  );
};

const changeNumber: Way = (bytes, _, random) => {
  let from = random.below(bytes.length);
  while (from < bytes.length && !isDigit(bytes[from]!)) from += 1;
  let to = from;
  while (to < bytes.length && isDigit(bytes[to]!)) to += 1;
  return from === to ? bytes : splice(bytes, from, to, Buffer.from(random.pick(ODD_NUMBERS)));
};

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

const WAYS: readonly Way[] = [
  flipBits,
  putOddBytes,
  takeOut,
  repeatRun,
  move,
  swapWithOther,
  joinWithOther,
  truncate,
  putToken,
  putToken,
  putNest,
  changeNumber,
];

/**
 * Damages bytes in one to six ways: bits, runs, pieces moved or taken from others, ends cut off, tokens, nests, numbers.
 *
 * @param others what pieces are taken from; not none
 */
export function mutateBytes(
  bytes: Buffer,
  others: readonly Buffer[],
  random: Random,
  weapons: Weapons,
): Buffer {
  let mutated = bytes;
  for (let left = 1 + random.below(random.pick([1, 3, 6])); left > 0; left--) {
    mutated = random.pick(WAYS)(mutated, others, random, weapons);
    if (mutated.length > MOST_BYTES) mutated = mutated.subarray(0, MOST_BYTES);
  }
  return mutated;
}
