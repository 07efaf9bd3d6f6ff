import { foldText } from "../text/fold.ts";
import { tokenize } from "../text/tokens.ts";
import type { AliasSet } from "./aliases.ts";

/** "(STU)", "(UNESCO-ICHEI)", '(hereinafter referred to as "MAU")': what may shorten the words before it. */
const SHORT =
  /\((?:(?:hereinafter|hereafter|sau đây gọi (?:là|tắt là)|gọi tắt là|viết tắt là)(?: (?:referred to as|called|the))*:? )?["“”']?(?<short>\p{Lu}[\p{L}\p{N}]*(?:[-&./ ]\p{Lu}[\p{L}\p{N}]*)?)["“”']?\)/gu;

/** Letters of an abbreviation, and words that it may stand for. */
const SHORTEST = 2;
const LONGEST = 10;
/** UTF-16 code units before it that are looked at. */
const REACH = 140;

/** Small words that initials pass over. */
const LINKS = new Set("of for and the in on at de du la le et to và của".split(" "));

/**
 * The names that a text shortens itself, each with its abbreviation: "Song Tien University (STU)", "Phòng Hợp tác quốc tế (HTQT)"
 * gives "Hợp tác quốc tế". Only where the initials are those of the words before it: the words are then known to the letter
 * (after Schwartz and Hearst 2003, A simple algorithm for identifying abbreviation definitions in biomedical text).
 */
export function findAbbreviations(text: string): AliasSet[] {
  const found = new Map<string, AliasSet>();
  for (const { groups, index } of text.matchAll(SHORT)) {
    const { short = "" } = groups ?? {};
    const letters = foldText(short).replace(/[^\p{L}]/gu, "");
    if (letters.length < SHORTEST || letters.length > LONGEST || !/\p{Lu}.*\p{Lu}/u.test(short)) continue;
    const before = text.slice(Math.max(0, index - REACH), index);
    const long = findLong(before.slice(before.search(/[^.;:\n()]*$/)), letters);
    const name = tokenize(short).map(({ word }) => word);
    if (long && name.length > 0) found.set(`${name.join(" ")}=${long.join(" ")}`, [name, long]);
  }
  return [...found.values()];
}

/** The folded words at the end of a text whose initials these are; small words may stand between. */
function findLong(before: string, letters: string): string[] | null {
  const words = tokenize(before);
  let from = words.length;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    from--;
    while (from >= 0 && words[from]?.word[0] !== letters[letter] && LINKS.has(words[from]?.word ?? ""))
      from--;
    if (from < 0 || words[from]?.word[0] !== letters[letter]) return null;
  }
  // What is named begins with a capital.
  const first = words[from];
  if (!first || !/^\p{Lu}/u.test(before.slice(first.start))) return null;
  return words.slice(from).map(({ word }) => word);
}

/** Letters from which on two words of one abbreviation may differ by their endings only. */
const ENDS_DIFFER = 5;

/** Abbreviations that documents need not explain. */
export const WELL_KNOWN: readonly AliasSet[] = [
  "ĐH = Đại học = University",
  "EU = European Union",
  "GPA = Grade Point Average",
  "HTQT = Hợp tác quốc tế = International Cooperation",
  "HCMC = Ho Chi Minh City",
  "LOI = Letter of Intent",
  "MOA = Memorandum of Agreement",
  "MOU = Memorandum of Understanding",
  "THPT = Trung học phổ thông = High school",
  "TOR = Terms of Reference",
  "UBND = Ủy ban nhân dân = People's Committee",
  "UK = United Kingdom",
  "UN = United Nations",
  "USA = United States",
  "WHO = World Health Organization",
].map((line) => line.split(" = ").map((name) => tokenize(name).map(({ word }) => word)));

/**
 * Those of some sets of names that mean one thing only: an abbreviation of two names is left out. "Memoranda of Understanding"
 * are no other thing than a memorandum of understanding.
 */
export function leaveOutAmbiguous(sets: readonly AliasSet[]): AliasSet[] {
  const meanings = new Map<string, Set<string>>();
  for (const [short, long = []] of sets) {
    const key = short?.join(" ") ?? "";
    const known = meanings.get(key) ?? new Set();
    const words = long.filter((word) => !LINKS.has(word)).map((word) => word.slice(0, ENDS_DIFFER));
    meanings.set(key, known.add(words.join(" ")));
  }
  const unique = new Map<string, AliasSet>();
  for (const set of sets) {
    const key = set[0]?.join(" ") ?? "";
    if (meanings.get(key)?.size === 1) unique.set(key, set);
  }
  return [...unique.values()];
}
