import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** How much of a body is read. */
export interface BodyLimit {
  /** Bytes, both packed and unpacked: neither a bomb nor an endless stream of nothing gets further. */
  readonly most: number;
  /** What happens to more: the beginning is kept, or `tooLarge` is thrown. */
  readonly beyond: "cut" | (() => Error);
}

/** Packings that we ask for. `deflate` (RFC 9110, 8.4.1.2) is understood too, where a server sends it unasked. */
export const ACCEPTED_ENCODINGS = "gzip, br";

/** More packings than this around one body serve no honest purpose. */
const MOST_CODINGS = 2;

/** A body that is packed in a way that nobody asked for. */
export class UnknownCoding extends Error {
  override readonly name = "UnknownCoding";
  readonly code = "content-encoding";
}

/**
 * Reads a body to its end, unpacked. Memory stays within the limit and what a decoder holds (brotli: 16 MB).
 *
 * @param encoding the response's `content-encoding`
 * @param onBytes called whenever something has come
 * @throws UnknownCoding, `beyond`'s error, and errors with a `code` of `node:zlib` and of the connection
 */
export async function readBody(
  body: Readable,
  encoding: string,
  { most, beyond }: BodyLimit,
  onBytes: () => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let packed = 0;
  let unpacked = 0;
  /** Ends the reading where enough is there; told apart from failures by its identity. */
  const enough = new Error("enough");
  const full = (): Error => (beyond === "cut" ? enough : beyond());
  try {
    const decoders = listCodings(encoding).map(createDecoder);
    const count = new Transform({
      transform(chunk: Buffer, _encoding, pass) {
        onBytes();
        packed += chunk.byteLength;
        if (packed > most && decoders.length > 0) pass(full());
        else pass(null, chunk);
      },
    });
    const collect = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk.subarray(0, most - unpacked));
        unpacked += chunk.byteLength;
        done(unpacked > most ? full() : null);
      },
    });
    await pipeline([body, count, ...decoders, collect]);
  } catch (error) {
    if (error !== enough) throw error;
  } finally {
    body.destroy();
  }
  return concatenate(chunks);
}

/** In the order in which they are to be undone. */
function listCodings(encoding: string): string[] {
  const codings = encoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MOST_CODINGS) throw new UnknownCoding();
  return codings.reverse();
}

function createDecoder(coding: string): Transform {
  if (coding === "gzip" || coding === "x-gzip") return createGunzip();
  if (coding === "br") return createBrotliDecompress();
  if (coding === "deflate") return createInflate();
  throw new UnknownCoding();
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
