import { toPortableName } from "../portable-name.ts";

/** Characters of a file's name; with Vietnamese letters still below the 255 bytes of common file systems. */
const MOST_CHARACTERS = 80;
const MOST_BYTES = 200;

/**
 * What a downloaded file is called: by its `content-disposition` (RFC 6266, `filename*` before `filename`), else by the
 * last part of the URL's path, else `document`.
 */
export function nameFile(disposition: string | null, url: URL): string {
  const last = url.pathname.split("/").findLast((part) => part !== "") ?? "";
  for (const name of [extended(disposition ?? ""), plain(disposition ?? ""), decode(last, "utf-8")]) {
    const safe = toSafeName(name ?? "");
    if (safe !== "") return safe;
  }
  return "document";
}

/**
 * A name that is one file's in any folder of any system: a portable one, without folders, control, format or direction
 * characters, dots or spaces at its beginning, of at most 80 characters (81 for a device's) with the ending kept. May be empty.
 */
export function toSafeName(name: string): string {
  const bare = (name.normalize("NFC").split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return toPortableName(shorten(bare));
}

function shorten(name: string): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "";
  const characters = Array.from(name.slice(0, name.length - ending.length));
  const fits = (): boolean => {
    const text = characters.join("") + ending;
    return text.length <= MOST_CHARACTERS && Buffer.byteLength(text) <= MOST_BYTES;
  };
  characters.splice(MOST_CHARACTERS);
  while (!fits()) characters.pop();
  return characters.join("").replace(/[. ]+$/, "") + ending;
}

/** `filename*=UTF-8''na%C3%AFve.pdf` (RFC 8187). */
function extended(disposition: string): string | null {
  const found = /(?:^|[;\s])filename\*\s*=\s*"?([\w-]+)'[\w-]*'([^\s;"]+)/i.exec(disposition);
  return found === null ? null : decode(found[2] ?? "", found[1]?.toLowerCase() ?? "");
}

/** `filename="a \"b\".pdf"` or `filename=a.pdf`. */
function plain(disposition: string): string | null {
  const found = /(?:^|[;\s])filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(disposition);
  if (found === null) return null;
  return repairUtf8(found[1]?.replace(/\\(["\\])/g, "$1") ?? found[2] ?? "");
}

/** Undoes percent escapes; `null` where they are no text in this charset. */
function decode(text: string, charset: string): string | null {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
  if (charset === "iso-8859-1") return bytes.toString("latin1");
  return charset === "utf-8" ? decodeUtf8(bytes) : null;
}

/** Many servers put UTF-8 into headers, which arrive a character a byte. */
function repairUtf8(text: string): string {
  if (!/^[\0-\xff]*$/.test(text)) return text;
  return decodeUtf8(Buffer.from(text, "latin1")) ?? text;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
