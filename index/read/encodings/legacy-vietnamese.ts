import { isVietnameseSyllable } from "../../text/vietnamese-syllable.ts";
import { convertTcvn3, TCVN3_LETTERS } from "./tcvn3.ts";
import { convertVni } from "./vni.ts";

/**
 * Codes of Vietnamese from before Unicode. They look like Western letters to whoever does not know the font. Where the
 * font is one for capitals, the codes are small letters: `tcvn3-capitals`.
 */
export type LegacyScheme = "tcvn3" | "tcvn3-capitals" | "vni";

/** The schemes that a text shows of itself. */
const DETECTABLE = ["tcvn3", "vni"] as const;
type Detectable = (typeof DETECTABLE)[number];

/** So many different words with marks have to become syllables. Fewer may be an accident in a text of another language. */
const FEWEST_SYLLABLES = 5;
/** Of the words with marks: so many become syllables, and at most so many were some before. */
const SHARE_AFTER = 0.9;
const SHARE_BEFORE = 0.35;
/** Of all words so many carry marks: two thirds and more in Vietnamese, a fifth in French. */
const SHARE_MARKED = 0.35;
/** So many words, and UTF-16 code units, tell enough. Bounds for time. */
const MOST_WORDS = 20_000;
const LONGEST_SAMPLE = 1_000_000;
const LONGEST_FONT_NAME = 100;

/** Letters, marks, and the signs that TCVN3 uses as letters. */
const WORD = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;
const MARKED = /[^\x00-\x7f]/u;

/** How the words of a text read as Vietnamese, before and after a conversion. */
export interface SyllableEvidence {
  /** Words seen. */
  readonly words: number;
  /** Those with anything beyond ASCII. */
  readonly marked: number;
  /** Shares of the marked ones that are syllables of Vietnamese. */
  readonly before: number;
  readonly after: number;
  /** Different ones that are syllables after. */
  readonly syllables: number;
}

/** A text in one of the legacy codes as Unicode, in composed letters. Characters that are no codes stay as they are. */
export function convertLegacyVietnamese(text: string, scheme: LegacyScheme): string {
  if (scheme === "vni") return convertVni(text);
  const converted = convertTcvn3(text);
  return scheme === "tcvn3" ? converted : converted.toUpperCase();
}

/**
 * The legacy code that a text of unknown fonts is in, or `null` where it is in none or that is not certain: the words
 * with marks are no Vietnamese as they stand, and nearly all become syllables of Vietnamese. Text in HTML may keep its
 * tags. At most the first 20,000 words are looked at.
 */
export function detectLegacyVietnamese(text: string): Detectable | null {
  if (!MARKED.test(text)) return null;
  const shown = DETECTABLE.map((scheme) => ({ scheme, ...weighSyllables(text, scheme) }))
    .filter(
      ({ words, marked, before, after, syllables }) =>
        syllables >= FEWEST_SYLLABLES &&
        marked >= SHARE_MARKED * words &&
        after >= SHARE_AFTER &&
        before <= SHARE_BEFORE,
    )
    .sort((one, other) => other.after - one.after);
  const [best, second] = shown;
  return best && (!second || best.after > second.after) ? best.scheme : null;
}

/**
 * A text with its legacy code turned into Unicode where it shows one, otherwise as it is. For texts of readers that know
 * no fonts. Where a program wrote a hyphen for the soft hyphen, TCVN3's code of ư (PDF's WinAnsiEncoding names them
 * alike), it is read as ư inside words that are syllables with it and none without.
 */
export function restoreVietnamese(text: string): { text: string; scheme: Detectable | null } {
  const scheme = detectLegacyVietnamese(text);
  if (scheme === null) return { text, scheme };
  const codes = scheme === "tcvn3" && !text.includes("\u00ad") ? readHyphens(text) : text;
  return { text: convertLegacyVietnamese(codes, scheme), scheme };
}

/**
 * A short text (a title, a name) of a document that is known to be in a legacy code, as Unicode where more of its words
 * are syllables of Vietnamese then, otherwise as it is.
 */
export function restoreShort(text: string): string {
  const [best] = DETECTABLE.map((scheme) => ({ scheme, ...weighSyllables(text, scheme) }))
    .filter(({ before, after }) => after >= SHARE_AFTER && before <= SHARE_BEFORE)
    .sort((one, other) => other.after - one.after);
  return best ? convertLegacyVietnamese(text, best.scheme) : text;
}

/**
 * The legacy code of a font, by its name: `.VnTime`, `.VnArialH` (capitals), `VNI-Times`. `null` for other fonts. A
 * subset's prefix ("ABCDEF+") and a style (",Bold") may stand around the name.
 */
export function schemeOfFont(fontName: string): LegacyScheme | null {
  if (fontName.length > LONGEST_FONT_NAME) return null;
  const name = fontName
    .trim()
    .replace(/^[A-Z]{6}\+/, "")
    .replace(/(?:[\s,_-]+(?:bold|italic|oblique|regular|normal|bolditalic))+$/i, "");
  if (/^VNI[-_ ]/i.test(name)) return "vni";
  // Without the full stop, which some programs drop, only the names that everybody used.
  if (!/^\.vn[a-z]/i.test(name) && !/^[,_]?Vn(?:Time|Arial)/.test(name)) return null;
  return /[a-z\dB]H$/.test(name) ? "tcvn3-capitals" : "tcvn3";
}

/** Weighs the words of a text against their conversion from a scheme. */
export function weighSyllables(text: string, scheme: Detectable): SyllableEvidence {
  let words = 0;
  let marked = 0;
  let before = 0;
  let after = 0;
  const syllables = new Set<string>();
  // A text has its syllables many times: looking each up once makes this ten times as fast.
  const looked = new Map<string, { converted: string; isWord: boolean; before: boolean; after: boolean }>();
  for (const [word] of withoutTags(text.slice(0, LONGEST_SAMPLE)).matchAll(WORD)) {
    if (++words > MOST_WORDS) break;
    if (!MARKED.test(word)) continue;
    let found = looked.get(word);
    if (!found) {
      const converted = convertLegacyVietnamese(word, scheme).toLowerCase();
      const isWord = /\p{L}/u.test(converted);
      found = {
        converted,
        isWord,
        before: isVietnameseSyllable(word),
        after: isVietnameseSyllable(converted),
      };
      looked.set(word, found);
    }
    if (!found.isWord) continue;
    marked++;
    if (found.before) before++;
    if (!found.after) continue;
    after++;
    syllables.add(found.converted);
  }
  const shareOf = (count: number): number => (marked > 0 ? count / marked : 0);
  return { words, marked, before: shareOf(before), after: shareOf(after), syllables: syllables.size };
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]{0,2000}>/g, " ");
}

/** Hyphens that stand for the soft hyphen. */
function readHyphens(text: string): string {
  const isCode = (letter: string): boolean => TCVN3_LETTERS.has(letter) || /[A-Za-z]/.test(letter);
  const isSyllable = (part: string): boolean => isVietnameseSyllable(convertTcvn3(part));
  return text.replace(/[^\s.,;:!?()"'/]+/g, (word) => {
    const parts = word.split("-").filter((part) => part !== "");
    if (!word.includes("-") || parts.length === 0 || ![...parts.join("")].every(isCode)) return word;
    const joined = word.replaceAll("-", "\u00ad");
    // "-u" is rather "ưu" than an entry of a list.
    return isSyllable(joined) && (word === "-u" || !parts.every(isSyllable)) ? joined : word;
  });
}
