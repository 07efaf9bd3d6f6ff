import type { Writable } from "node:stream";
import { UserError } from "../../index/index.ts";

/** A stream that may be a terminal. */
export type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Whoever read the output has stopped reading (`| head`): nothing is wrong, and nothing is left to do. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

/**
 * How to write to a stream and wait until it took the text, so that a slow reader slows the writer.
 * Writing throws `ReaderGone` when nobody reads any more, and `UserError` "disk-full" when the output is a file on a
 * full disk.
 */
export function createWriter(stream: Writable): (text: string) => Promise<void> {
  // A failed write is told twice, to its callback and as an event; an event without a listener ends the process.
  stream.on("error", () => {});
  return (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => {
        if (error) reject(explain(error));
        else resolve();
      });
    });
}

function explain(error: NodeJS.ErrnoException): Error {
  if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") return new ReaderGone();
  if (error.code === "ENOSPC") return new UserError("disk-full", { path: "stdout" }, { cause: error });
  return error;
}
