import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import { toPortableName } from "./portable-name.ts";

/** A file in an archive. */
export interface ZipEntry {
  /** Its path, with `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as it stands in the archive. */
export interface PackedEntry {
  readonly name: Buffer;
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
  /** 0 as it is, 8 deflated. */
  readonly method: 0 | 8;
}

const deflate = promisify(deflateRaw);

/** Bytes of headers for an entry (local header and directory record), beside its name twice; and of the end record. */
const [LOCAL, RECORD, END] = [30, 46, 22];
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that the format knows: the same files give the same archive. */
const DAY = 0x0021;

/** Packs one file, smaller if that helps. */
export async function packEntry({ name, bytes }: ZipEntry): Promise<PackedEntry> {
  const deflated = await deflate(bytes);
  const isSmaller = deflated.length < bytes.length;
  return {
    name: Buffer.from(toSafePath(name), "utf8"),
    data: isSmaller ? deflated : bytes,
    size: bytes.length,
    crc: crc32(bytes),
    method: isSmaller ? 8 : 0,
  };
}

/** Bytes that an entry adds to an archive. */
export function sizeOf({ name, data }: PackedEntry): number {
  return LOCAL + RECORD + 2 * name.length + data.length;
}

/**
 * A ZIP archive (PKWARE's APPNOTE.TXT 6.3.10, 4.3: local headers, central directory, end record), less than 4 GiB and
 * 65,536 files, which is what fits without ZIP64. Ours: one page, where Node has the compression and the checksum.
 */
export function writeZip(entries: readonly PackedEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const fields = describeEntry(entry);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, entry.name]);
    const record = Buffer.alloc(RECORD - fields.length - 6);
    record.writeUInt32LE(offset, record.length - 4);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields, record, entry.name);
    parts.push(local, entry.data);
    offset += local.length + entry.data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(END);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** What the local header and the directory's record have in common. */
function describeEntry({ name, data, size, crc, method }: PackedEntry): Buffer {
  const fields = Buffer.alloc(LOCAL - 4);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DAY, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** A path that stays inside the folder in which it is unpacked, and that every system can write; `/` between its parts. */
export function toSafePath(name: string): string {
  const parts = name.split(/[/\\]/).filter((part) => part !== "");
  return parts.map((part) => toPortableName(part) || "_").join("/") || "_";
}
