import { Worker } from "node:worker_threads";
import { OPTIONS } from "../options.ts";
import { type FileReading, type ReadFile, readFileHere } from "./read-file.ts";
import { type FileProblem, UnreadableFile } from "./unreadable-file.ts";

/** What a reader's process is told: read this. */
export interface ReadOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly charset?: string | undefined;
}

/** What it answers. */
export type ReadOutcome =
  | { readonly reading: FileReading }
  | { readonly problem: FileProblem }
  /** A bug met by this file: the message, for the log. */
  | { readonly bug: string };

/** The part of a forked process that serving needs. */
export type ReaderSide = Pick<NodeJS.Process, "send" | "on" | "exit">;

/**
 * Ends the process when its parent is gone, also while a reader keeps the main thread busy: another thread looks once a
 * second who the parent is.
 */
const WATCH_PARENT = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);
`;

/**
 * Reads files for the process that forked this one, one after the other, until that process disconnects or dies.
 *
 * @param read how a file is read, default with the readers of this folder
 */
export function serveReader(side: ReaderSide, read: ReadFile = readFileHere): void {
  new Worker(WATCH_PARENT, { eval: true }).unref();
  side.on("message", (order: ReadOrder) => {
    void attempt(order, read).then((outcome) => side.send?.(outcome));
  });
  // Ctrl-C reaches every process of a terminal; only the parent decides what it means.
  side.on("SIGINT", () => {});
  side.on("SIGTERM", () => {});
  side.on("disconnect", () => side.exit(0));
}

async function attempt({ name, bytes, charset }: ReadOrder, read: ReadFile): Promise<ReadOutcome> {
  try {
    const reading = await read(name, bytes, charset);
    if (reading.reading.text.length > OPTIONS.maximumFileBytes) {
      throw new UnreadableFile("unpacked", { limit: OPTIONS.maximumFileBytes });
    }
    return { reading };
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.problem };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
