import type { Language } from "../document.ts";
import type { EntityKind } from "./entities.ts";
import { countWords } from "./folded-words.ts";
import { FORMS, type Form } from "./forms.ts";
import { markHomographs } from "./homographs.ts";
import { KEYWORD_FORMS } from "./keyword-forms.ts";
import { LIST_FORMS, QUESTION_WORDS, REASON_FORMS, SPEECH_FORMS } from "./manner-forms.ts";
import { countTitles, isPersonName } from "./person-name.ts";

/** What a question wants to hear. */
export interface Ask {
  /** Kinds of entity of which the answer should show one; empty where any sentence may answer. */
  readonly entities: readonly EntityKind[];
  /** Whether several things are asked for. */
  readonly isList: boolean;
  /** Whether a cause or a purpose is asked for. */
  readonly isReason: boolean;
  /** Whether it asks what somebody said or thinks. */
  readonly isSpeech: boolean;
  /** Positions among the question's words that only say what is asked for: "year" in "in what year". */
  readonly scaffolding: ReadonlySet<number>;
  /** Positions of somebody's name, however it is written, without titles. */
  readonly names: ReadonlySet<number>;
  /** For a question after a number: the position from which on what is counted is named. */
  readonly countedFrom: number | null;
}

/** Words that say nothing of the topic inside the form that they stand in. */
const FORM_WORDS = new Set(
  "how long ago soon what which when who many much number date dates day days year years month months exact precise percentage percent share ngay nam thang bao lau nhieu nao may luc hom thoi gian nguoi phan tram".split(
    " ",
  ),
);

/**
 * Reads what a question asks for from its wording.
 *
 * @param words the question's folded words, in order
 * @param written the same words as they stand in the question: diacritics tell Vietnamese words apart that are folded
 *   alike, capitals tell names. By default nothing is known of either.
 */
export function readAsk(
  words: readonly string[],
  language: Language,
  written: readonly string[] = words,
): Ask {
  const told = language === "vi" ? markHomographs(words, written) : words;
  const text = told.join(" ");
  let entities: readonly EntityKind[] = [];
  const scaffolding = new Set<number>();
  let names: ReadonlySet<number> = new Set();
  let countedFrom: number | null = null;
  const isBare = !QUESTION_WORDS[language].test(text);
  for (const candidate of [...FORMS[language], ...(isBare ? KEYWORD_FORMS[language] : [])]) {
    const match = matchForm(candidate, text, written, language);
    if (!match) continue;
    entities = candidate.entities;
    names = match.names;
    // What is asked for in one bare word is looked for as well: "fee" stands beside its amount.
    if (KEYWORD_FORMS[language].includes(candidate)) break;
    const first = countWords(text.slice(0, match.found.index));
    const end = first + countWords(match.found[0]);
    // Money is not counted: "the budget of the project" is no number of projects.
    if (entities[0] === "number" || entities[0] === "percent") countedFrom = end;
    for (let position = first; position < end; position++) {
      if (FORM_WORDS.has(words[position] ?? "")) scaffolding.add(position);
    }
    break;
  }
  return {
    entities,
    isList: LIST_FORMS[language].test(text),
    isReason: REASON_FORMS[language].test(text),
    // "When did he promise it" asks for a date.
    isSpeech: SPEECH_FORMS[language].test(text) && (entities.length === 0 || entities[0] === "person"),
    scaffolding,
    names,
    countedFrom,
  };
}

/** The place where a form stands, with the positions of its `name`; none where that is nobody's. */
function matchForm(
  { form }: Form,
  text: string,
  written: readonly string[],
  language: Language,
): { found: RegExpExecArray; names: ReadonlySet<number> } | null {
  const found = form.exec(text);
  if (!found) return null;
  const [start] = found.indices?.groups?.name ?? [];
  if (start === undefined) return { found, names: new Set() };
  const from = countWords(text.slice(0, start));
  const parts = (found.groups?.name ?? "").trim().split(" ");
  if (!isPersonName(parts, written.slice(from, from + parts.length), language)) return null;
  const positions = parts.map((_, offset) => from + offset);
  return { found, names: new Set(positions.slice(countTitles(parts))) };
}
