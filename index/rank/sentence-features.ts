import type { SentenceKind } from "../document.ts";
import type { EntityKind } from "../question/entities.ts";
import { dotProduct } from "../retrieve.ts";
import type { Term } from "../text/terms.ts";
import { scoreEntities } from "./entity-score.ts";
import { neighbouringPairs, type PreparedQuestion } from "./prepared-question.ts";
import type { PassageInPlace, SentenceReading } from "./read-sentence.ts";

/** A sentence in its place, as the ranker sees it. */
export interface SentenceInPlace {
  readonly kind: SentenceKind;
  readonly vector: Float32Array;
  readonly reading: SentenceReading;
  /** The sentences beside it in the same document. */
  readonly near: readonly SentenceReading[];
  readonly passage: PassageInPlace;
  /** Whether it only names the columns of a table. */
  readonly isTableHead: boolean;
  /** Whether it breaks off: its document ends without a stop. */
  readonly isCut: boolean;
}

/** Kinds of things that a question can ask for, as features tell them apart. */
export const ENTITY_GROUPS = ["person", "post", "place", "time", "duration", "number", "amount"] as const;
export type EntityGroup = (typeof ENTITY_GROUPS)[number];

/** What is measured of a sentence against a question, in the order in which weights and trees name it. */
export const FEATURES = [
  // Shares of the question's importance, 0 to 1: what the sentence itself says, and in what way.
  "coverage",
  "core",
  "coreMeaning",
  "local",
  "localMeaning",
  "synonyms",
  "neighbours",
  // What its surroundings add: the sentences beside it, the title and heading above it, the rest of its document.
  "nearCoverage",
  "nearSynonyms",
  "headCoverage",
  "passageCoverage",
  "documentCoverage",
  // How near its words come to those of the question, word by word, and as a whole.
  "meaning",
  "nearMeaning",
  "theme",
  "nearTheme",
  // The same for names alone; a question without names has all of them nowhere and misses none.
  "names",
  "namesAround",
  "namesMissing",
  // Terms said, each counted once whatever its rarity; neighbouring words that are neighbours here too.
  "share",
  "phrases",
  "rarestTerm",
  // How much of the sentence was asked about.
  "density",
  "closeness",
  "passage",
  "passageCloseness",
  // The kind of thing asked for: whether it is here, next to what it is asked of, or missing.
  ...ENTITY_GROUPS,
  ...ENTITY_GROUPS.map((group) => `${group}Missing` as const),
  "reason",
  "speech",
  "enumeration",
  "listItem",
  // What the sentence is.
  "caption",
  "heading",
  "item",
  "repeat",
  "leadIn",
  "tableHead",
  "cut",
  "fragment",
  "length",
  "otherLanguage",
  // Against the other candidates of the same question (see `compareCandidates`).
  "coverageRank",
  "closenessRank",
  "meaningRank",
  "themeRank",
  "passageRank",
] as const;

/** One feature. */
export type Feature = (typeof FEATURES)[number];

/** What was measured of a sentence. */
export type SentenceFeatures = Readonly<Record<Feature, number>>;

const GIVES_REASON =
  /(?<!\p{L})(?:because|since|so that|due to|thanks to|in order to|aims?|aimed|aiming|purpose|goal|therefore|so the|to help|owing to|as a result|vì|do đó|nhằm|mục đích|để)(?!\p{L})/iu;
const REPORTS_SPEECH =
  /(?<!\p{L})(?:said|says|stated|stressed|emphasi[sz]ed|affirmed|noted|shared|expressed|suggested|proposed|hoped|remarked|added|told|according to|believes?|cho biết|chia sẻ|nhấn mạnh|phát biểu|khẳng định|bày tỏ|đề xuất)(?!\p{L})|["“”«]/iu;

/** Words of an ordinary sentence. */
const ORDINARY_WORDS = 24;
const FRAGMENT_WORDS = 5;

/** Measures one sentence against a question; what compares it with others is left at 0. */
export function measureSentence(sentence: SentenceInPlace, question: PreparedQuestion): SentenceFeatures {
  const { kind, reading, near, passage } = sentence;
  const { text, terms } = reading;
  const said = weighTerms(sentence, question);
  const isHeading = kind === "heading" || sentence.isTableHead;
  const entity = isHeading ? 0 : scoreEntities(text, terms, question);
  const words = text.split(/\s+/).length;
  const { isList, isReason, isSpeech } = question.ask;
  const flag = (is: boolean): number => (is ? 1 : 0);
  return {
    ...said,
    ...groupEntity(question, entity),
    theme: question.meaning.compare([reading.meaning]),
    nearTheme: question.meaning.compare(near.map(({ meaning }) => meaning)),
    phrases: sharePairs(terms, question),
    density: terms.length === 0 ? 0 : Math.min(1, said.share * (question.terms.length / terms.length)),
    closeness: dotProduct(question.vector, sentence.vector),
    passage: passage.score,
    passageCloseness: passage.closeness,
    reason: flag(isReason && GIVES_REASON.test(text)),
    speech: flag(isSpeech && REPORTS_SPEECH.test(text)),
    enumeration: isList ? Math.min(1, (text.match(/[,;]/g)?.length ?? 0) / 4) : 0,
    listItem: flag(isList && kind === "item"),
    caption: flag(kind === "caption"),
    heading: flag(kind === "heading"),
    item: flag(kind === "item"),
    repeat: flag(kind === "repeat"),
    leadIn: flag(/:\s*$/.test(text) && !isList),
    tableHead: flag(sentence.isTableHead),
    cut: flag(sentence.isCut),
    fragment: flag(words < FRAGMENT_WORDS),
    length: Math.log2(Math.max(1, words) / ORDINARY_WORDS),
    otherLanguage: flag(passage.isOtherLanguage),
    coverageRank: 0,
    closenessRank: 0,
    meaningRank: 0,
    themeRank: 0,
    passageRank: 0,
  };
}

type EntityFeature = EntityGroup | `${EntityGroup}Missing`;

/** The entity's score under the kind that is asked for, and whether it is missing; 0 for every other kind. */
function groupEntity({ ask }: PreparedQuestion, score: number): Record<EntityFeature, number> {
  const [asked] = ask.entities;
  const wanted = asked === undefined ? null : GROUP_OF[asked];
  const features = ENTITY_GROUPS.flatMap((group): [EntityFeature, number][] => [
    [group, wanted === group ? score : 0],
    [`${group}Missing`, wanted === group && score === 0 ? 1 : 0],
  ]);
  return Object.fromEntries(features) as Record<EntityFeature, number>;
}

const GROUP_OF: Readonly<Record<EntityKind, EntityGroup>> = {
  person: "person",
  post: "post",
  place: "place",
  day: "time",
  year: "time",
  duration: "duration",
  number: "number",
  percent: "amount",
  amount: "amount",
};

type Said = Pick<
  SentenceFeatures,
  | "coverage"
  | "core"
  | "coreMeaning"
  | "local"
  | "localMeaning"
  | "synonyms"
  | "neighbours"
  | "nearCoverage"
  | "nearSynonyms"
  | "headCoverage"
  | "passageCoverage"
  | "documentCoverage"
  | "meaning"
  | "nearMeaning"
  | "names"
  | "namesAround"
  | "namesMissing"
  | "share"
  | "rarestTerm"
>;

/** How much of what was asked the sentence says, and what each of its surroundings adds to that. */
function weighTerms({ reading, near: beside, passage }: SentenceInPlace, { terms }: PreparedQuestion): Said {
  const sums = {
    coverage: 0,
    core: 0,
    coreMeaning: 0,
    local: 0,
    localMeaning: 0,
    synonyms: 0,
    neighbours: 0,
    nearCoverage: 0,
    nearSynonyms: 0,
    headCoverage: 0,
    passageCoverage: 0,
    documentCoverage: 0,
    meaning: 0,
    nearMeaning: 0,
    names: 0,
    namesAround: 0,
    namesMissing: 0,
    share: 0,
    rarestTerm: 0,
  };
  let total = 0;
  let most = 0;
  let nameTotal = 0;
  let localTotal = 0;
  for (const [index, term] of terms.entries()) {
    const { importance } = term;
    const here = reading.strengths[index] ?? NOTHING;
    const near = {
      own: Math.max(0, ...beside.map(({ strengths }) => strengths[index]?.own ?? 0)),
      synonym: Math.max(0, ...beside.map(({ strengths }) => strengths[index]?.synonym ?? 0)),
    };
    const head = passage.head[index]?.own ?? 0;
    const inPassage = passage.whole[index]?.own ?? 0;
    const around = passage.document[index]?.own ?? 0;
    const closest = reading.meaning.closest[index] ?? 0;
    const closestNear = Math.max(0, ...beside.map(({ meaning }) => meaning.closest[index] ?? 0));
    const said = Math.max(here.own, here.synonym);
    const more = (strength: number, than: number): number => importance * Math.max(0, strength - than);
    total += importance;
    most = Math.max(most, importance);
    sums.coverage += importance * here.own;
    sums.synonyms += more(here.synonym, here.own);
    sums.neighbours += more(here.neighbour, said);
    sums.nearCoverage += more(near.own, said);
    sums.nearSynonyms += more(near.synonym, Math.max(said, near.own));
    sums.headCoverage += more(head, Math.max(said, near.own));
    sums.passageCoverage += more(inPassage, Math.max(said, near.own, head));
    sums.documentCoverage += more(around, Math.max(said, near.own, head, inPassage));
    const meant = Math.max(said, closest);
    sums.meaning += importance * meant;
    sums.nearMeaning += more(closestNear, meant);
    const local = importance * (1 - (passage.commonness[index] ?? 0));
    localTotal += local;
    sums.local += local * said;
    sums.localMeaning += local * meant;
    if (!term.isName) {
      sums.core += importance * said;
      sums.coreMeaning += importance * meant;
    }
    sums.share += said;
    sums.rarestTerm = Math.max(sums.rarestTerm, importance * said);
    if (term.isName) {
      nameTotal += importance;
      sums.names += importance * here.own;
      const nearby = Math.max(near.own, head, inPassage, around);
      sums.namesAround += more(nearby, here.own);
      sums.namesMissing += importance * (1 - Math.max(here.own, nearby));
    }
  }
  const per = (sum: number, whole: number): number => (whole > 0 ? sum / whole : 0);
  return {
    coverage: per(sums.coverage, total),
    core: per(sums.core, total - nameTotal),
    coreMeaning: per(sums.coreMeaning, total - nameTotal),
    local: per(sums.local, localTotal),
    localMeaning: per(sums.localMeaning, localTotal),
    synonyms: per(sums.synonyms, total),
    neighbours: per(sums.neighbours, total),
    nearCoverage: per(sums.nearCoverage, total),
    nearSynonyms: per(sums.nearSynonyms, total),
    headCoverage: per(sums.headCoverage, total),
    passageCoverage: per(sums.passageCoverage, total),
    meaning: per(sums.meaning, total),
    nearMeaning: per(sums.nearMeaning, total),
    documentCoverage: per(sums.documentCoverage, total),
    names: per(sums.names, nameTotal),
    namesAround: per(sums.namesAround, nameTotal),
    namesMissing: per(sums.namesMissing, nameTotal),
    share: per(sums.share, terms.length),
    rarestTerm: per(sums.rarestTerm, most),
  };
}

const NOTHING = { own: 0, synonym: 0, neighbour: 0 } as const;

function sharePairs(terms: readonly Term[], question: PreparedQuestion): number {
  if (question.pairs.length === 0) return 0;
  const here = new Set(neighbouringPairs(terms.map(({ term }) => term)));
  let total = 0;
  let shared = 0;
  for (const { pair, importance } of question.pairs) {
    total += importance;
    if (here.has(pair)) shared += importance;
  }
  return total > 0 ? shared / total : 0;
}
