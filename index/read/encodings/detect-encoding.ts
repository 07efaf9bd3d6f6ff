import { analyse } from "chardet";
import { isVietnameseSyllable } from "../../text/vietnamese-syllable.ts";
import { decodeWindows1252, decodeWindows1258, differsIn1258 } from "./code-pages.ts";
import { convertLegacyVietnamese, detectLegacyVietnamese, weighSyllables } from "./legacy-vietnamese.ts";

/** Bytes that are looked at, from a little before the first that is not ASCII. A bound for time. */
const SAMPLE_BYTES = 256 * 1024;
const BEFORE_SAMPLE = 16 * 1024;

/** chardet's confidence (0 to 100) in Western Europe. Right answers on one sentence had 57 and more. */
const LEAST_CONFIDENCE = 40;
/** Of the letters, at most so many are beyond ASCII in a Western language; in Greek or Russian nearly all. */
const MOST_HIGH_LETTERS = 0.2;
/** So many words of a Western text look like words. */
const SHARE_OF_WORDS = 0.97;
/** So many of the words that Windows-1258 reads differently are syllables of Vietnamese in it. */
const SHARE_OF_SYLLABLES = 0.85;
/** Of the words with marks: beyond this a text may be in a legacy code after all, but too short to be sure. */
const DOUBTFUL_SHARE = 0.6;

/**
 * The text of bytes that are not UTF-8, in one byte a letter: Windows-1252 (and ISO-8859-1), Windows-1258, TCVN3 or VNI.
 * `null` where that is not certain: Vietnamese must read as syllables, and anything else must look Western to chardet and
 * to us.
 */
export function decodeSingleByte(bytes: Uint8Array): string | null {
  const sample = takeSample(bytes);
  if (sample.some((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d))) return null;
  const western = decodeWindows1252(sample);
  if (western === null) return null;
  const scheme = detectLegacyVietnamese(western);
  if (scheme !== null) {
    const whole = decodeWindows1252(bytes);
    return whole === null ? null : convertLegacyVietnamese(whole, scheme);
  }
  const is1258 = isWindows1258(sample, western);
  if (is1258 !== false) return is1258 ? decodeWindows1258(bytes) : null;
  const isDoubtful = (["tcvn3", "vni"] as const).some((doubt) => {
    const { after, before } = weighSyllables(western, doubt);
    return after >= DOUBTFUL_SHARE && before < after;
  });
  return !isDoubtful && isWestern(sample, western) ? decodeWindows1252(bytes) : null;
}

function takeSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - BEFORE_SAMPLE);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

/** Words of one-byte letters, with the marks that Windows-1258 has apart. */
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Whether the words that hold bytes peculiar to Windows-1258 are syllables in it, and not all of them words in
 * Windows-1252 too ("Văn" has the bytes of "Vãn"). `null` where that is not certain.
 */
function isWindows1258(sample: Uint8Array, western: string): boolean | null {
  if (!sample.some(differsIn1258)) return false;
  const words = splitBytes(sample)
    .filter((word) => word.some(differsIn1258))
    .map((word) => ({ read: decodeWindows1258(word) ?? "", western: decodeWindows1252(word) ?? "" }));
  const syllables = words.filter(({ read }) => isVietnameseSyllable(read));
  if (syllables.length < words.length / 2 || syllables.length === 0) return false;
  const makesNoSense = syllables.some((word) => !looksLikeWord(word.western)) || isMostlyMarked(western);
  return makesNoSense && syllables.length >= SHARE_OF_SYLLABLES * words.length ? true : null;
}

function isMostlyMarked(western: string): boolean {
  const words = western.match(WORD) ?? [];
  return words.filter((word) => /[^\x00-\x7f]/.test(word)).length > words.length / 2;
}

/** The runs of letters in bytes of one letter each. */
function splitBytes(bytes: Uint8Array): Uint8Array[] {
  const words: Uint8Array[] = [];
  let start = -1;
  for (let position = 0; position <= bytes.length; position++) {
    const byte = bytes[position] ?? 0x20;
    const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? byte < 0x80 : byte >= 0xc0;
    if (isLetter && start < 0) start = position;
    if (!isLetter && start >= 0) {
      words.push(bytes.subarray(start, position));
      start = -1;
    }
  }
  return words;
}

/** Whether a text looks like one of a Western language: words, signs in their places, and chardet says so. */
function isWestern(sample: Uint8Array, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const high = text.match(/[^\P{L}A-Za-z]/gu)?.length ?? 0;
  if (high > Math.max(1, MOST_HIGH_LETTERS * letters)) return false;
  // Signs in pairs are halves of letters of two bytes, and a sign between letters is a letter of another code.
  if (/[¡-¿×÷]{2}|\p{L}[¡-¦¨ª¬-¶¸-º¼-¾×÷]\p{L}/u.test(text.replace(/(?<=\p{L})\u00ad(?=\p{L})/gu, "")))
    return false;
  const words = (text.match(WORD) ?? []).filter((word) => /[^\x00-\x7f]/.test(word));
  if (words.filter(looksLikeWord).length < SHARE_OF_WORDS * words.length) return false;
  // Only signs, such as quotation marks and dashes: chardet counts letters.
  if (words.length === 0) return letters > 0;
  const [best] = analyse(sample);
  return (
    best !== undefined &&
    /^(?:ISO-8859-1|windows-1252)$/.test(best.name) &&
    best.confidence >= LEAST_CONFIDENCE
  );
}

/** French words with more marked letters than others. */
const MOSTLY_MARKED = /^(?:été|âgé|ôté)$/iu;

/** Whether letters are together like those of a word: one case, and marks on some letters only. */
function looksLikeWord(word: string): boolean {
  if (!/^(?:\p{Lu}?\p{Ll}*|\p{Lu}+|[A-Za-z]*\p{Ll}+|\p{Ll}['’]?\p{Lu}\p{Ll}+)$/u.test(word)) return false;
  if (/[^\x00-\x7f]{3}/.test(word)) return false;
  const high = word.match(/[^\x00-\x7f]/g)?.length ?? 0;
  return word.length === 1 || high <= Math.max(1, word.length / 2) || MOSTLY_MARKED.test(word);
}
