import { foldText } from "../text/fold.ts";

/** Ordinals in words, folded, from the first on. */
const ENGLISH =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const VIETNAMESE = [
  ..."nhat hai ba tu nam sau bay tam chin muoi".split(" "),
  ..."mot hai ba bon lam sau bay tam chin".split(" ").map((unit) => `muoi ${unit}`),
];
const PLACES = new Map(
  [...ENGLISH.entries(), ...VIETNAMESE.entries()].map(([index, word]) => [word, index + 1]),
)
  .set("nhi", 2)
  .set("muoi tu", 14);

/** What comes in rows of which a question is about one. */
const NOUNS =
  "meeting|session|workshop|conference|seminar|forum|congress|summit|round|phase|stage|edition|intake|cohort|batch|trial|visit|contest|moot|course|term|semester|report|prize|award|payment|instal?lment|tranche";
const NOUNS_VI =
  "cuoc hop|phien hop|ky hop|hoi nghi|hoi thao|toa dam|dien dan|dai hoi|cuoc thi|phien toa gia dinh|giai doan|dot|vong|khoa|chuyen tham";

const ORDINAL = `(?:${ENGLISH.join("|")}|\\d{1,3}(?:st|nd|rd|th))`;
/** The longest first: "muoi hai" before "muoi". */
const ORDINAL_VI = `(?:muoi tu|${VIETNAMESE.toReversed().join("|")}|\\d{1,3})`;

/** "The third meeting", "third Joint Committee meeting", "the first and second meetings". */
const BEFORE_NOUN = new RegExp(
  `(?<!-)\\b(?<ordinals>${ORDINAL}(?:(?:,|,? and|,? or) ${ORDINAL})*) (?:[a-z-]+ ){0,4}?(?<noun>${NOUNS})s?\\b`,
  "g",
);
/** "Hội thảo lần thứ ba", "hội thảo lần 3", "lần thứ nhất và thứ hai"; "hai mươi" and above are passed over. */
const AFTER_NOUN = new RegExp(
  `\\b(?<noun>${NOUNS_VI}) (?:[a-z]+ ){0,5}?lan (?:thu )?(?<ordinals>${ORDINAL_VI}(?:(?:,| va|, va| hoac) (?:lan thu|lan|thu) ${ORDINAL_VI})*)\\b(?! muoi)`,
  "g",
);
const ONE = new RegExp(`(?<!-)\\b(?:${ORDINAL}|${ORDINAL_VI})\\b`, "g");

/** "Giải nhì". */
const PRIZE = /\b(?<noun>giai) (?<ordinals>nhat|nhi|ba|tu)\b/g;

/** One of a row. */
export interface OneOfRow {
  /** From 1. */
  readonly place: number;
  /** Folded: "meeting". */
  readonly noun: string;
}

/** Reads "the fourth steering committee meeting" from a text, as often as it says such a thing. */
export function readOrdinals(text: string): OneOfRow[] {
  const folded = foldText(text);
  return [BEFORE_NOUN, AFTER_NOUN, PRIZE]
    .flatMap((form) => [...folded.matchAll(form)])
    .flatMap(({ groups }) => {
      const { ordinals = "", noun = "" } = groups ?? {};
      const each = PLACES.has(ordinals) ? [ordinals] : (ordinals.match(ONE) ?? []);
      return each.map((ordinal) => ({ place: PLACES.get(ordinal) ?? Number.parseInt(ordinal, 10), noun }));
    });
}

/** Whether a text speaks of another one of a row than the question: "the third meeting" for "the first meeting". */
export function namesOtherOrdinal(text: string, asked: readonly OneOfRow[]): boolean {
  if (asked.length === 0) return false;
  const said = readOrdinals(text);
  return asked.some(({ noun }) => {
    const alike = said.filter((other) => other.noun === noun);
    const wanted = asked.filter((other) => other.noun === noun);
    return alike.length > 0 && alike.every(({ place }) => wanted.every((other) => other.place !== place));
  });
}
