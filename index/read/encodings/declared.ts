import { decodeWindows1252, decodeWindows1258 } from "./code-pages.ts";
import { decodeSingleByte } from "./detect-encoding.ts";
import { convertLegacyVietnamese } from "./legacy-vietnamese.ts";

/** Damaged sequences in a text that is declared UTF-8: at most one in so many characters beyond ASCII. */
const DAMAGE = 10;
const LONGEST_LABEL = 40;

/** Names that say less than they seem to: they stand on pages of every encoding, and servers send them with everything. */
const WESTERN =
  /^(?:(?:us-)?ascii|iso-?8859-1|latin-?1|l1|(?:windows-|cp)-?1252|x-user-defined|unknown-8bit)$/;
const TCVN3 = /^(?:x-viet-)?(?:tcvn(?:-?3|-?5712(?:-?[13])?)?|abc)$/;
const VNI = /^(?:x-viet-)?vni(?:-?win)?$/;

/**
 * The text of bytes without zeros by the charset that a page or a mail declares, or `null` where the declaration is of no
 * help: no charset that Node knows, or not what the bytes are. A declared UTF-8 may be damaged here and there, since web
 * pages are: U+FFFD stands for what is. A declared Western charset is doubted where the bytes read as Vietnamese.
 */
export function decodeDeclared(bytes: Uint8Array, declared: string): string | null {
  const label = toLabel(declared);
  if (label === "" || label.length > LONGEST_LABEL) return null;
  // Shifts between alphabets are ASCII: such a text is valid UTF-8, and nothing in it says what it is.
  if (/^(?:iso-2022-|hz-)/.test(label)) return decodeAs(label, bytes);
  // Nearly nothing else is UTF-8 by accident.
  const utf8 = decodeAs("utf-8", bytes);
  if (utf8 !== null) return utf8;
  if (/^utf-?8$/.test(label)) return decodeDamagedUtf8(bytes);
  if (/^(?:windows-|cp)-?1258$/.test(label)) return decodeWindows1258(bytes, true);
  if (VNI.test(label)) return convertLegacyVietnamese(decodeWindows1252(bytes, true) ?? "", "vni");
  if (TCVN3.test(label)) return convertLegacyVietnamese(decodeWindows1252(bytes, true) ?? "", "tcvn3");
  if (WESTERN.test(label)) return decodeSingleByte(bytes) ?? decodeWindows1252(bytes, true);
  return /^utf-?(?:7|16|32)/.test(label) ? null : decodeAs(label, bytes);
}

/** Whether a charset that is declared says little: it is the one that is declared where nobody has thought of it. */
export function isByDefault(declared: string): boolean {
  return WESTERN.test(toLabel(declared));
}

function toLabel(declared: string): string {
  return declared
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, "");
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A RangeError for a charset that is not known, a TypeError for bytes that are not of it.
    return null;
  }
}

/** Bytes as UTF-8 with U+FFFD for what is damaged, or `null` where that is more than a little. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const beyond = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  return damaged * DAMAGE <= beyond ? text : null;
}
