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
  /** Whether it asks what somebody said or thinks. */
  readonly isSpeech: boolean;
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
      form: /\bhow much (?:\w+ ){0,2}(?:money|funding|funds?|budget|dollars|usd|vnd)\b|\bhow (?:much|many) (?:dollars|euros?|dong|usd|vnd|won|yen|francs?)\b|\b(?:what|which) (?:is|was|were|are|will be) the (?:\w+ ){0,2}(?:budget|cost|price|fees?|tuition|amount|sum|salary|wage|pay|allowance|stipend|grant)\b|\bwhat does [\w ]+ cost\b/,
      entities: ["amount", "number"],
    },
    {
      form: /\b(?:what|which) (?:percentage|percent|share|proportion|fraction)\b/,
      entities: ["percent", "number"],
    },
    { form: /\bhow (?:much|expensive|costly)\b/, entities: ["amount", "percent", "number"] },
    {
      form: /\bhow (?:long|many (?:minutes|hours|days|weeks|months|years|semesters|terms))\b|\b(?:what|which) (?:is|was) the (?:\w+ )?(?:duration|length|term|period)\b/,
      entities: ["duration", "year"],
    },
    {
      form: /\bhow (?:many|few|big|large|small|tall|high|deep|far|wide|heavy|old|fast|often|frequently)\b|\b(?:what|which) number of\b|^number of\b/,
      entities: ["number"],
    },
    { form: /\b(?:what|which) (?:exact |precise )?(?:dates?|days?|deadline)\b/, entities: ["day", "year"] },
    { form: /\b(?:what|which) (?:years?|months?|semester|quarter)\b/, entities: ["year", "day"] },
    // "What happens when it rains" asks for no date.
    {
      form: /^(?:\w+ )?when\b|\b(?:since|until|till|by|and|or|from|where|exactly) when\b|\bwhen(?:$| (?:and|or|was|is|were|are|did|will)\b)|\b(?:how long ago|how soon|by what time)\b/,
      entities: ["day", "year"],
    },
    {
      form: /\b(?:what|which) (?:\w+ )?(?:post|position|role|title|job|office|rank|function|capacity)\b|^who (?:is|was) (?:(?!(?:the|a|an|of|in|at|for|to|from|with|by|on|and|head|in charge|responsible|going)\b)\w+(?: |$)){2,6}$/,
      entities: ["post"],
    },
    // "The lecturer who teaches it" asks for nobody.
    {
      form: /^(?:\w+ )?(?:who|whom|whose)\b|\b(?:by|with|to|from|for|of|on|and|but|exactly) (?:who|whom|whose)\b|\b(?:who|whom)$/,
      entities: ["person"],
    },
    {
      form: /\bwhere\b|\b(?:what|which) (?:city|cities|towns?|provinces?|country|countries|places?|venue|locations?|regions?|districts?)\b/,
      entities: ["place"],
    },
  ],
  vi: [
    {
      form: /\bbao nhieu (?:tien|kinh phi|dong|usd|trieu|ty|euro|do la|von)\b|\b(?:kinh phi|so tien|chi phi|hoc phi|le phi|phi|luong|gia|ngan sach|tro cap|hoc bong|het|ton|tri gia|tai tro|gop|chi|tra|ho tro)\b.*\bbao nhieu(?! (?:nguoi|sinh vien|truong|nuoc|suat|em|hoc vien))\b/,
      entities: ["amount", "number"],
    },
    { form: /\b(?:ty le|ti le|bao nhieu phan tram|may phan tram)\b/, entities: ["percent", "number"] },
    {
      form: /\b(?:bao lau|(?:may|bao nhieu) (?:phut|gio|tieng|ngay|tuan|thang|nam|hoc ky))\b/,
      entities: ["duration", "year"],
    },
    { form: /\b(?:ngay (?:nao|may|bao nhieu)|han chot|thoi han)\b/, entities: ["day", "year"] },
    { form: /\b(?:nam|thang|quy|hoc ky|dot) (?:nao|may|bao nhieu)\b/, entities: ["year", "day"] },
    {
      form: /\b(?:khi nao|bao gio|luc nao|hom nao|thoi gian nao|chung nao|truoc khi nao)\b/,
      entities: ["day", "year"],
    },
    {
      form: /\b(?:bao nhieu|so luong|sl|(?:co|duoc|lay|gom|trong|nhan|cu|moi) may|may (?:nguoi|truong|nuoc|du an|khoa|linh vuc|bai|don vi|dia phuong|vien|chuong trinh|sinh vien|em|suat|lop|dot|lan|cai|giang vien|cong ty|doanh nghiep))\b/,
      entities: ["number"],
    },
    {
      form: /\b(?:chuc vu|chuc danh|giu chuc|lam chuc|chuc gi|vai tro gi)\b|^(?:\w+ ){2,6}la ai$/,
      entities: ["post"],
    },
    { form: /\b(?:ai|nguoi nao|vi nao|ong nao|ba nao|do ai)\b/, entities: ["person"] },
    {
      form: /\b(?:o|tai|den|tu|ve|vao) dau\b|\b(?:noi|dia diem|thanh pho|tinh|quoc gia|nuoc|huyen|cho|vung) nao\b/,
      entities: ["place"],
    },
  ],
};

/** What a query of bare words asks for: "tuition fee nursing", "deadline", "venue". Tried where no question form is there. */
const KEYWORD_FORMS: Readonly<Record<Language, readonly Form[]>> = {
  en: [
    {
      form: /\b(?:cost|costs|price|fees?|tuition|budget|salary|wages?|pay|allowance|stipend|amount|sum)\b/,
      entities: ["amount", "number"],
    },
    { form: /\b(?:percentage|percent|share|rate)\b/, entities: ["percent", "number"] },
    { form: /\b(?:duration|length of|term of)\b/, entities: ["duration", "year"] },
    { form: /\b(?:dates?|deadline|start date|timetable|schedule)\b/, entities: ["day", "year"] },
    {
      form: /\b(?:number|count|total|size|capacity|area|quota|how many|intake|headcount)\b/,
      entities: ["number"],
    },
    { form: /\b(?:venue|location|place|address)\b/, entities: ["place"] },
    { form: /\b(?:post|position)\b/, entities: ["post"] },
  ],
  vi: [
    {
      form: /\b(?:hoc phi|kinh phi|chi phi|le phi|luong|tro cap|ngan sach|so tien)\b/,
      entities: ["amount", "number"],
    },
    { form: /\b(?:ngay|han|lich|thoi gian)\b/, entities: ["day", "year"] },
    { form: /\b(?:so luong|chi tieu|dien tich|quy mo)\b/, entities: ["number"] },
    { form: /\b(?:dia diem|noi)\b/, entities: ["place"] },
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

/** A question that is more than bare words. */
const QUESTION_WORDS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|will|can|has|have|tell)\b/,
  vi: /\b(?:gi|nao|ai|sao|dau|may|bao nhieu|khong|the nao)\b/,
};

const SPEECH_FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:sa(?:y|id|ys)|think|thought|stress(?:ed)?|emphasi[sz]e[ds]?|according to|opinion|view|believe[ds]?|describe[ds]?|call(?:ed)? for|urge[ds]?|suggest(?:ed)?|propose[ds]?|promise[ds]?|thank(?:ed)?|praise[ds]?|express(?:ed)?|hope[ds]?|wish(?:ed)?|comment(?:ed)?|remark(?:ed)?|mention(?:ed)?|explain(?:ed)?|tell|told|feel|felt|ask(?:ed)? for|want(?:ed)?)\b/,
  vi: /\b(?:noi gi|phat bieu|cho biet|nhan manh|de xuat|chia se|cam on|mong muon|theo (?:ong|ba)|y kien|danh gia|bay to|khang dinh|de nghi)\b/,
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
  const isBare = !QUESTION_WORDS[language].test(text);
  for (const candidate of [...FORMS[language], ...(isBare ? KEYWORD_FORMS[language] : [])]) {
    const match = candidate.form.exec(text);
    if (!match) continue;
    entities = candidate.entities;
    // What is asked for in one bare word is looked for as well: "fee" stands beside its amount.
    if (KEYWORD_FORMS[language].includes(candidate)) break;
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
    isSpeech: SPEECH_FORMS[language].test(text),
    scaffolding,
    countedFrom,
  };
}
