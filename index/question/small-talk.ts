import type { Language } from "../document.ts";
import { OPTIONS } from "../options.ts";
import { tokenize } from "../text/tokens.ts";
import { writeOut } from "./shorthand.ts";
import { BESIDE, PHRASES, SMALL_TALK, type SmallTalkKind } from "./small-talk-phrases.ts";

/** A message that asks the documents nothing. */
export interface SmallTalk {
  readonly kind: SmallTalkKind;
  /** Vietnamese as soon as one of its words is: "ok bạn". */
  readonly language: Language;
}

/** A word as phrases are compared: folded, what diacritics it has, and both without what is said twice in a row. */
interface Word {
  readonly length: number;
  readonly bare: string;
  readonly marks: string;
}

/** What phrases say together, from the beginning of a message to some word of it. */
interface Said {
  /** Position in `SMALL_TALK`; its length where nothing is said yet but what only stands beside. */
  readonly rank: number;
  readonly language: Language;
}

interface Phrase extends Said {
  readonly words: readonly Word[];
}

/** A smiley made of signs and a letter, ":D" or "xD", and an emoji by its name, ":smile:" or "<:smile:1>": no words. */
const SMILEY = /<?a?:\w+:(?:\d+>)?|(?<![\p{L}\p{N}])(?:[:;=]['’-]?[dpvox3]|xd)(?![\p{L}\p{N}])/giu;

const phrases = readPhrases();

/**
 * What a message says that is a greeting, thanks, a farewell, an apology, assent, a call for help or a question about
 * the bot from its first word to its last, in English or Vietnamese; `null` for everything else, also where it holds no
 * word. Case, punctuation, emoji, letters written twice and left out diacritics make no difference.
 */
export function readSmallTalk(text: string): SmallTalk | null {
  if (text.length > OPTIONS.maximumQuestionLength) return null;
  const words = readWords(writeOut(text.replace(SMILEY, " ")));
  // What is said up to each word, where phrases reach exactly so far.
  const said: (Said | undefined)[] = [{ rank: SMALL_TALK.length, language: "en" }];
  for (let start = 0; start < words.length; start++) {
    const before = said[start];
    if (before === undefined) continue;
    for (const phrase of phrases.get(words[start]?.bare ?? "") ?? []) {
      if (!phrase.words.every((word, index) => isSaid(word, words[start + index]))) continue;
      const end = start + phrase.words.length;
      const rank = Math.min(before.rank, phrase.rank);
      const language = before.language === "vi" ? "vi" : phrase.language;
      if (rank < (said[end]?.rank ?? Number.POSITIVE_INFINITY)) said[end] = { rank, language };
    }
  }
  const whole = said[words.length];
  const kind = whole === undefined ? undefined : SMALL_TALK[whole.rank];
  return whole === undefined || kind === undefined ? null : { kind, language: whole.language };
}

/** Whether a whole message asks the documents nothing; see `readSmallTalk`. */
export function isSmallTalk(text: string): boolean {
  return readSmallTalk(text) !== null;
}

/** Letters may be said twice, "helloo", but none may lack: "god" is not "good". */
function isSaid(word: Word, said: Word | undefined): boolean {
  return (
    said !== undefined &&
    said.bare === word.bare &&
    said.length >= word.length &&
    (said.marks === "" || said.marks === word.marks)
  );
}

function readWords(text: string): Word[] {
  return tokenize(text).map(({ start, end, word }) => {
    const marks =
      text
        .slice(start, end)
        .normalize("NFD")
        .match(/[\p{M}đĐ]/gu) ?? [];
    // Where in a word the tone stands is a matter of taste: "khỏe", "khoẻ".
    return { length: word.length, bare: squeeze(word), marks: squeeze(marks.join("").toLowerCase()) };
  });
}

function squeeze(text: string): string {
  return text.replace(/(.)\1+/gu, "$1");
}

/** The table's phrases by their first word. */
function readPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const [rank, tables] of [...SMALL_TALK.map((kind) => PHRASES[kind]), BESIDE].entries()) {
    for (const language of ["en", "vi"] as const) {
      for (const written of tables[language].split(/[,\n]/).filter((phrase) => phrase.trim() !== "")) {
        for (const words of expand(written.trim().split(" ")).map(readWords)) {
          const first = words[0]?.bare ?? "";
          byFirst.set(first, [...(byFirst.get(first) ?? []), { words, rank, language }]);
        }
      }
    }
  }
  return byFirst;
}

/** Every phrase that words with their alternatives stand for. */
function expand(words: readonly string[]): string[] {
  return words.reduce<string[]>(
    (begun, word) =>
      begun.flatMap((phrase) => word.split("/").map((choice) => `${phrase} ${choice}`.trimStart())),
    [""],
  );
}
