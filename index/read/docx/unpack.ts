import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { UnreadableFile } from "../unreadable-file.ts";

/** Entries of an archive. A document with a thousand pictures has some more than a thousand. */
const MOST_ENTRIES = 5_000;
/** Bytes of all wanted parts together, unpacked. The XML of 1,000 pages is about 20 MB. */
const MOST_BYTES = 40 * 1024 * 1024;

/**
 * Unpacks the parts of an archive that are wanted. Sizes that the archive names are looked at first; since they can lie,
 * what is really unpacked is counted too. Everything else in it stays packed.
 *
 * @returns the parts' bytes by name, in the archive's order, and the names of all entries
 * @throws UnreadableFile `unpacked` for bombs, `encrypted`, `damaged`
 */
export async function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<{ parts: Map<string, Buffer>; names: string[] }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Buffer>();
  const names: string[] = [];
  try {
    const archive = await open(buffer);
    if (archive.entryCount > MOST_ENTRIES) throw new UnreadableFile("parts", { limit: MOST_ENTRIES });
    let left = MOST_BYTES;
    for await (const entry of entriesOf(archive)) {
      names.push(entry.fileName);
      // Readers of archives differ in which of two equal names they take; so nobody may have two.
      if (!isWanted(entry.fileName)) continue;
      if (parts.has(entry.fileName)) throw new Error(`two parts ${entry.fileName}`);
      if ((entry.generalPurposeBitFlag & 1) === 1) throw new UnreadableFile("encrypted");
      if (entry.uncompressedSize > left) throw new UnreadableFile("unpacked", { limit: MOST_BYTES });
      const part = await inflate(archive, entry, left);
      left -= part.length;
      parts.set(entry.fileName, part);
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("damaged", { reason: { code: "archive" } }, { cause });
  }
  return { parts, names };
}

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: false },
      (error, archive) => (error ? reject(error) : resolve(archive)),
    );
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      archive.once("entry", resolve);
      archive.once("end", () => resolve(null));
      archive.once("error", reject);
      archive.readEntry();
    });
    archive.removeAllListeners();
    if (entry === null) return;
    yield entry;
  }
}

/** Ends the stream as soon as it has given more than `limit` bytes. */
function inflate(archive: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let length = 0;
      stream.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > limit) stream.destroy(new UnreadableFile("unpacked", { limit: MOST_BYTES }));
        else chunks.push(chunk);
      });
      stream.on("end", () => resolve(Buffer.concat(chunks)));
      stream.on("error", reject);
    });
  });
}
