import type { Addition } from "../../index/index.ts";
import { endingFor } from "./content-type.ts";
import type { Snapshot } from "./fetch-page.ts";
import { toSafeName } from "./file-name.ts";

/** Where Discord keeps what people send (reference, "Signed Attachment CDN URLs"). */
const ENDING_SOON: ReadonlySet<string> = new Set(["cdn.discordapp.com", "media.discordapp.net"]);

/** What pages and files are called that nobody has named. */
const NAMELESS = /^(?:index|default|home|main|document|download|file|view|show|page|node|id)$/i;
/** A number, a hash or a UUID. */
const MACHINE_MADE = /^(?:[\d\p{P}\p{S}\s]*|(?=.*\d)[0-9a-f-]{8,})$/iu;
const ENDING = /\.[a-z][a-z0-9]{1,7}$/i;

/**
 * The addition that a snapshot is: under a name that says something, with its address, when it was read, and the charset
 * that it was served with. A link to what was sent on Discord ends after a day, and so is no address of anything.
 */
export function toAddition(snapshot: Snapshot): Omit<Addition, "facts" | "addedBy"> {
  const { finalUrl, bytes, retrievedAt, charset } = snapshot;
  return {
    name: nameDocument(snapshot),
    bytes,
    ...(charset === null ? {} : { charset }),
    ...(ENDING_SOON.has(new URL(finalUrl).hostname) ? {} : { url: finalUrl, retrievedAt }),
  };
}

/**
 * What a snapshot is called where it does not say its title: by its file's name, else the last part of its address that
 * a reader can make something of, else its host; with the ending of what it is.
 */
function nameDocument({ finalUrl, contentType, fileName }: Snapshot): string {
  const url = new URL(finalUrl);
  const parts = url.pathname.split("/").reverse().map(readEscapes);
  const stems = [fileName, ...parts].map((part) => part.replace(ENDING, "").trim());
  const stem = stems.find((part) => !NAMELESS.test(part) && !MACHINE_MADE.test(part));
  const host = url.hostname.replace(/^www\./, "").replace(/[[\]]/g, "");
  return toSafeName(`${stem ?? host}.${endingFor(contentType, fileName)}`);
}

/** A part of an address without its escapes; as it is where they are no UTF-8. */
function readEscapes(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
