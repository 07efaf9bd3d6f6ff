/** A program that reads one file and closes the reader's process, with nothing else to wait for. */
import { join } from "node:path";
import { openReaderProcess } from "../../../index/read/reader-process.ts";

const reader = openReaderProcess({ script: join(import.meta.dirname, "odd-reader.ts") });
await reader.read("a.txt", new Uint8Array());
await reader.close();
console.log("closed");
