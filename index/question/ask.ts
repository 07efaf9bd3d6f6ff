import type { Language } from "../document.ts";
import type { EntityKind } from "./entities.ts";

/** What a question wants to hear. */
export interface Ask {
  /** Kinds of entity of which the answer should show one; empty where any sentence may answer. */
  readonly entities: readonly EntityKind[];
  /** Whether several things are asked for. */
  readonly isList: boolean;
  /** Whether a cause or a purpose is asked for. */
  readonly isReason: boolean;
  /** Positions among the question's words that only say what is asked for: "year" in "in what year". */
  readonly scaffolding: ReadonlySet<number>;
  /** For a question after a number: the position from which on what is counted is named. */
  readonly countedFrom: number | null;
}

interface Form {
  readonly form: RegExp;
  readonly entities: readonly EntityKind[];
}

/** Question forms on folded words with one space between; the first that matches wins. */
const FORMS: Readonly<Record<Language, readonly Form[]>> = {
  en: [
    {
      form: /\bhow much (?:\w+ ){0,2}(?:money|funding|funds?|budget|dollars|usd|vnd)\b|\bhow (?:much|many) (?:dollars|euros|dong|usd|vnd)\b|\bwhat (?:is|was|were|are) the (?:\w+ )?(?:budget|cost|price|fee|amount)\b/,
      entities: ["amount"],
    },
    { form: /\b(?:what|which) (?:percentage|percent|share|proportion)\b/, entities: ["percent"] },
    { form: /\bhow much\b/, entities: ["amount", "percent", "number"] },
    { form: /\bhow many\b|\b(?:what|which) number of\b|^number of\b/, entities: ["number"] },
    { form: /\b(?:what|which) (?:exact |precise )?(?:dates?|days?)\b/, entities: ["day"] },
    { form: /\b(?:what|which) (?:years?|months?)\b/, entities: ["year", "day"] },
    { form: /\b(?:when|how long ago)\b/, entities: ["day", "year"] },
    { form: /\b(?:who|whom|whose)\b/, entities: ["person"] },
    {
      form: /\bwhere\b|\b(?:what|which) (?:city|cities|provinces?|country|countries|places?|venue|locations?)\b/,
      entities: ["place"],
    },
  ],
  vi: [
    {
      form: /\bbao nhieu (?:tien|kinh phi|dong|usd|trieu|ty)\b|\b(?:kinh phi|so tien|chi phi)\b.*\bbao nhieu\b/,
      entities: ["amount"],
    },
    { form: /\b(?:ty le|bao nhieu phan tram)\b/, entities: ["percent", "number"] },
    {
      form: /\b(?:bao nhieu|so luong|may (?:nguoi|truong|nuoc|du an|khoa|linh vuc|bai|don vi|dia phuong|vien|chuong trinh))\b/,
      entities: ["number"],
    },
    { form: /\bngay (?:nao|may|bao nhieu)\b/, entities: ["day"] },
    { form: /\b(?:nam|thang) (?:nao|may|bao nhieu)\b/, entities: ["year", "day"] },
    { form: /\b(?:khi nao|bao gio|luc nao|hom nao|thoi gian nao)\b/, entities: ["day", "year"] },
    { form: /\b(?:ai|nguoi nao)\b/, entities: ["person"] },
    { form: /\b(?:o|tai|den) dau\b|\b(?:noi|dia diem|thanh pho|tinh|quoc gia) nao\b/, entities: ["place"] },
  ],
};

const LIST_FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:list|name (?:all|the|every)|what are|what were|(?:which|what) (?:\w+ )?(?!this\b|does\b|has\b|was\b|status\b|process\b|access\b|\w*ss\b)\w{3,}s(?! of)\b|everything|all the|and in)\b/,
  vi: /\b(?:nhung (?:\w+ ){0,6}(?:nao|gi|ai)|cac (?:\w+ ){1,5}nao|liet ke|gom nhung|bao gom|nhung gi)\b/,
};

const REASON_FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:why|what for|reasons?|purpose|point of|aims?|goals?)\b/,
  vi: /\b(?:tai sao|vi sao|ly do|muc dich|muc tieu|nham)\b/,
};

/** Words that say nothing of the topic inside the form that they stand in. */
const FORM_WORDS = new Set(
  "how what which when who many much number date dates day days year years month months exact precise percentage percent share ngay nam thang bao nhieu nao may luc hom thoi gian nguoi phan tram".split(
    " ",
  ),
);

/**
 * Reads what a question asks for from its wording.
 *
 * @param words the question's folded words, in order
 */
export function readAsk(words: readonly string[], language: Language): Ask {
  const text = words.join(" ");
  let entities: readonly EntityKind[] = [];
  const scaffolding = new Set<number>();
  let countedFrom: number | null = null;
  for (const candidate of FORMS[language]) {
    const match = candidate.form.exec(text);
    if (!match) continue;
    entities = candidate.entities;
    const first = text.slice(0, match.index).split(" ").length - 1;
    const end = first + match[0].split(" ").length;
    if (entities.includes("number")) countedFrom = end;
    for (let position = first; position < end; position++) {
      if (FORM_WORDS.has(words[position] ?? "")) scaffolding.add(position);
    }
    break;
  }
  return {
    entities,
    isList: LIST_FORMS[language].test(text),
    isReason: REASON_FORMS[language].test(text),
    scaffolding,
    countedFrom,
  };
}
