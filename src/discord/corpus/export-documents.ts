import type { LibraryDocument } from "../../../index/index.ts";
import { renderExportReply } from "../../reply/export-reply.ts";
import { renderLibraryReply } from "../../reply/library-reply.ts";
import type { ReplyPayload } from "../../reply/payload.ts";
import { type PackedEntry, packEntry, sizeOf, toSafePath, writeZip } from "../../zip.ts";
import type { Services } from "../command.ts";
import { DISCORD_LIMITS } from "../limits.ts";
import type { Situation } from "../situation.ts";

/** Bytes of a file that are left free. */
const SPARE = 64 * 1024;
const FOLDER = "documents";

/**
 * A part of a server's documents as an archive: the files as they were added, as many as one file on Discord holds, and
 * a list of all.
 *
 * @param offset documents of the parts before
 * @param limit bytes that a file may have here, default Discord's for everybody
 */
export async function exportDocuments(
  offset: number,
  { engine, now }: Services,
  { guildId, locale }: Situation & { readonly guildId: string },
  limit: number = DISCORD_LIMITS.upload.file,
): Promise<ReplyPayload> {
  const library = (await engine.library(guildId)).filter(({ removedAt }) => removedAt === null);
  if (offset >= library.length) return renderLibraryReply(guildId, library, locale, offset);
  const files = nameFiles(library);
  const written = Buffer.from(writeList(library, files), "utf8");
  const list = await packEntry({ name: "documents.json", bytes: written });
  const room = Math.min(limit, DISCORD_LIMITS.upload.file) - SPARE;
  const packed: PackedEntry[] = [list];
  const tooLarge: string[] = [];
  let size = sizeOf(list);
  let next: number | null = null;
  for (const [index, { document }] of library.entries()) {
    if (index < offset) continue;
    const bytes = await engine.readOriginal(guildId, document);
    if (bytes === null) continue;
    const entry = await packEntry({ name: files[index] ?? document, bytes });
    if (sizeOf(list) + sizeOf(entry) > room) tooLarge.push(document);
    else if (size + sizeOf(entry) > room) {
      next = index;
      break;
    } else {
      packed.push(entry);
      size += sizeOf(entry);
    }
  }
  const day = new Date(now()).toISOString().slice(0, 10);
  const name = offset === 0 ? `corpus-${day}.zip` : `corpus-${day}-from-${offset + 1}.zip`;
  const file = { name, contents: writeZip(packed) };
  const counts = { count: packed.length - 1, total: library.length };
  return renderExportReply({ file, ...counts, tooLarge, offset, next }, locale);
}

/** The documents' paths in the archive, in their order: none is another's, though different names may become one. */
function nameFiles(library: readonly LibraryDocument[]): string[] {
  const taken = new Set<string>();
  return library.map(({ document }) => {
    const path = toSafePath(document);
    let free = path;
    // Windows takes capitals and small letters for the same.
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${copy}/${path}`;
    taken.add(free.toLowerCase());
    return `${FOLDER}/${free}`;
  });
}

/** Everything that is known of the documents, for programs. */
function writeList(library: readonly LibraryDocument[], files: readonly string[]): string {
  const list = library.map(({ source, url, retrievedAt, addedBy, addedAt }, index) => ({
    file: files[index],
    title: source?.title ?? null,
    date: source?.date ?? null,
    dateRule: source?.dateRule ?? null,
    language: source?.language ?? null,
    format: source?.format ?? null,
    pages: source?.pages ?? null,
    url: source?.url ?? url,
    retrievedAt,
    addedBy,
    addedAt,
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
