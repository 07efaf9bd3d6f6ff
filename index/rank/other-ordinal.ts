import { foldText } from "../text/fold.ts";

/** Each ordinal in figures and in words, folded. */
const ORDINALS = [
  ["1st", "first", "nhat"],
  ["2nd", "second", "hai"],
  ["3rd", "third", "ba"],
  ["4th", "fourth", "tu"],
  ["5th", "fifth", "nam"],
  ["6th", "sixth", "sau"],
  ["7th", "seventh", "bay"],
  ["8th", "eighth", "tam"],
  ["9th", "ninth", "chin"],
  ["10th", "tenth", "muoi"],
] as const;
const ENGLISH = ORDINALS.map(([figure, word]) => `${figure}|${word}`).join("|");
const VIETNAMESE = ORDINALS.flatMap(([, , word], index) => [word, String(index + 1)]).join("|");

/** "The third meeting", "third Joint Committee meeting". */
const BEFORE_NOUN = new RegExp(`\\b(?<ordinal>${ENGLISH}) (?<noun>[a-z-]+(?: [a-z-]+){0,4})`, "g");
/** "Hội thảo lần thứ ba", "phiên họp thứ 3". */
const AFTER_NOUN = new RegExp(
  `(?<noun>[a-z]+(?: [a-z]+){0,3}) (?:lan thu|thu|lan) (?<ordinal>${VIETNAMESE})(?![a-z0-9])`,
  "g",
);

/** Which of several a question is about. */
export interface AskedOrdinal {
  /** The place in the row, from 0. */
  readonly place: number;
  /** The words beside it, of which one is what is counted. */
  readonly nouns: ReadonlySet<string>;
}

/** Reads "the fourth steering committee meeting" from a text, as often as it says such a thing. */
export function readOrdinals(text: string): AskedOrdinal[] {
  const folded = foldText(text);
  return [...folded.matchAll(BEFORE_NOUN), ...folded.matchAll(AFTER_NOUN)].map(({ groups }) => {
    const { ordinal = "", noun = "" } = groups ?? {};
    const place = ORDINALS.findIndex((forms, index) => [...forms, String(index + 1)].includes(ordinal));
    return { place, nouns: new Set(noun.split(" ").filter((word) => !LINKS.has(word))) };
  });
}

const LINKS = new Set("of the in on at for and to by with from was were is are will held of".split(" "));

/** Whether a text speaks of another one of a row than the question: "the third meeting" for "the first meeting". */
export function namesOtherOrdinal(text: string, asked: readonly AskedOrdinal[]): boolean {
  if (asked.length === 0) return false;
  const said = readOrdinals(text);
  return asked.some((wanted) => {
    const alike = said.filter(({ nouns }) => [...nouns].some((noun) => wanted.nouns.has(noun)));
    return alike.length > 0 && alike.every(({ place }) => place !== wanted.place);
  });
}
