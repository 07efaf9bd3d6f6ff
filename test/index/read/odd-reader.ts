/** A reader's process for tests: what it does to itself stands in the file that it reads. */
import { serveReader } from "../../../index/read/reader-serving.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";

const kept: unknown[] = [];

serveReader(process, async (name, bytes) => {
  const text = new TextDecoder().decode(bytes);
  if (text === "hang") for (;;) kept.length = 0;
  if (text === "wait") await new Promise(() => {});
  if (text === "exit") process.exit(3);
  if (text === "die") process.kill(process.pid, "SIGKILL");
  if (text === "eat") for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  if (text === "hoard") for (;;) kept.push(new Array(100_000).fill(kept.length));
  if (text === "bug") throw new TypeError("a bug of ours");
  if (text === "refuse") throw new UnreadableFile("scanned", { pages: 3 });
  const told = `${process.pid} ${name}`;
  return { format: "text", reading: { text: told, blocks: [], pages: [], facts: {} } };
});
