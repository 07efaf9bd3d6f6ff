import type { SentenceKind } from "../document.ts";
import { dotProduct } from "../dot-product.ts";
import type { EntityKind } from "../question/entities.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import { scoreEntities } from "./entity-score.ts";
import { type EntityGroup, FEATURES, type Feature, SAID, type SentenceFeatures } from "./features.ts";
import { deniesTerm } from "./negation.ts";
import { beginsWithOtherInstitution } from "./other-institution.ts";
import { namesOtherOrdinal } from "./other-ordinal.ts";
import { namesOnlyDeputies } from "./other-post.ts";
import type { PreparedQuestion } from "./prepared-question.ts";
import type { PassageInPlace, SentenceReading } from "./read-sentence.ts";
import { restatesCount } from "./restated-count.ts";

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
  /** How well each of the question's terms is said by the heading above it and by the line that leads its list in. */
  readonly above: readonly MatchStrength[];
  /** How well the sentences before it in its paragraph say each of them. */
  readonly before: readonly MatchStrength[];
  /** How well the names of its columns say each of them, for a row of a table; empty elsewhere. */
  readonly columns: readonly MatchStrength[];
  /** Whether it is among the first of its document, which say what the rest is about. */
  readonly isOpening: boolean;
  /** Whether it breaks off: its document ends without a stop. */
  readonly isCut: boolean;
}

/** Words by which a sentence gives a cause or a purpose. */
export const GIVES_REASON =
  /(?<!\p{L})(?:because|since|so that|due to|thanks to|in order to|aims?|aimed|aiming|purpose|goal|therefore|so the|to help|owing to|as a result|reasons?|causes?|caused|explained|nguyên nhân|lý do|bởi|vì|do đó|nhằm|mục đích|để)(?!\p{L})/iu;
const REPORTS_SPEECH =
  /(?<!\p{L})(?:said|says|stated|stressed|emphasi[sz]ed|affirmed|noted|shared|expressed|suggested|proposed|hoped|remarked|added|told|according to|believes?|cho biết|chia sẻ|nhấn mạnh|phát biểu|khẳng định|bày tỏ|đề xuất)(?!\p{L})|["“”«]/iu;

/** How a line ends that leads a list in. */
const LEADS_IN = /:\s*$/;

/** Share of the question's names below which a sentence does not speak of them. */
const FEW_NAMES = 0.34;

/** Words of an ordinary sentence. */
const ORDINARY_WORDS = 24;
const FRAGMENT_WORDS = 5;

/** Measures one sentence against a question; what compares it with others is left at 0. */
export function measureSentence(sentence: SentenceInPlace, question: PreparedQuestion): SentenceFeatures {
  const { kind, reading, near, passage } = sentence;
  const { text } = reading;
  const { isList, isReason, isSpeech } = question.ask;
  const isHeading = kind === "heading" || sentence.isTableHead;
  const words = text.split(/\s+/).length;
  // A copy of one object, and then values: objects of one shape are ten times as fast to make as spread ones.
  const features = { ...NONE };
  weighTerms(sentence, question, features);
  // What a line leads in stands behind it, and is quoted with it.
  const fallback = isList && LEADS_IN.test(text) ? 0 : null;
  setEntity(
    question,
    isHeading ? null : (scoreEntities(reading, question, sentence.columns) ?? fallback),
    features,
  );
  features.somebodyElse = flag(
    (question.ask.entities[0] === "person" && namesOnlyDeputies(text, question)) ||
      (!reading.isOtherLanguage &&
        features.names < FEW_NAMES &&
        beginsWithOtherInstitution(text, question.text)),
  );
  features.theme = question.meaning.compare([reading.meaning]);
  features.nearTheme = question.meaning.compare(near.map(({ meaning }) => meaning));
  features.density = measureDensity(reading);
  features.closeness = dotProduct(question.vector, sentence.vector);
  features.passage = passage.score;
  features.reason = flag(isReason && GIVES_REASON.test(text));
  features.speech = flag(isSpeech && REPORTS_SPEECH.test(text));
  features.enumeration = isList ? Math.min(1, (text.match(/[,;]/g)?.length ?? 0) / 4) : 0;
  features.listItem = flag(isList && kind === "item");
  features.restated = flag(question.askedCount !== null && restatesCount(text, question.askedCount));
  features.otherOrdinal = flag(namesOtherOrdinal(text, question.ordinals));
  features.denied = flag(question.isAboutWhatIs && deniesTerm(reading, question));
  features.caption = flag(kind === "caption");
  features.heading = flag(kind === "heading");
  features.item = flag(kind === "item");
  features.leadIn = flag(!isList && LEADS_IN.test(text));
  features.tableHead = flag(sentence.isTableHead);
  features.cut = flag(sentence.isCut);
  features.fragment = flag(words < FRAGMENT_WORDS);
  features.length = Math.log2(Math.max(1, words) / ORDINARY_WORDS);
  features.opening = flag(sentence.isOpening);
  features.otherLanguage = flag(reading.isOtherLanguage);
  return features;
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

/** Features that are being filled in. */
type Draft = { -readonly [Name in Feature]: SentenceFeatures[Name] };

const NONE: SentenceFeatures = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as never;

/** The entity's score under the kind that is asked for, and whether it is missing; every other kind stays 0. */
function setEntity({ ask }: PreparedQuestion, score: number | null, features: Draft): void {
  const [asked] = ask.entities;
  if (asked === undefined) return;
  const group = GROUP_OF[asked];
  features[group] = score ?? 0;
  features[`${group}Missing`] = flag(score === null);
}

const GROUP_OF: Readonly<Record<EntityKind, EntityGroup>> = {
  person: "person",
  post: "post",
  place: "place",
  day: "time",
  year: "time",
  duration: "duration",
  number: "number",
  figure: "number",
  percent: "amount",
  amount: "amount",
  name: "name",
  contact: "amount",
};

/** How much of what was asked the sentence says, and what each of its surroundings adds to that. */
function weighTerms(
  { reading, near: beside, passage, above, before, columns }: SentenceInPlace,
  { terms }: PreparedQuestion,
  sums: Draft,
): void {
  const totals = { all: 0, names: 0, local: 0, focus: 0 };
  for (const [index, term] of terms.entries()) {
    const { importance, isName, isFocus } = term;
    const inDocument = passage.document[index]?.own ?? 0;
    // A sentence of the memorandum answers without saying that it is one.
    const here = term.isDocument ? { own: inDocument, synonym: 0 } : (reading.strengths[index] ?? NOTHING);
    let nearOwn = columns[index]?.own ?? 0;
    for (const { strengths } of beside) nearOwn = Math.max(nearOwn, strengths[index]?.own ?? 0);
    const head = passage.head[index]?.own ?? 0;
    const inPassage = passage.whole[index]?.own ?? 0;
    const said = Math.max(here.own, here.synonym);
    const meant = Math.max(said, reading.meaning.closest[index] ?? 0);
    const near = Math.max(said, nearOwn);
    totals.all += importance;
    sums.coverage += importance * here.own;
    sums.meaning += importance * meant;
    sums.headCoverage += importance * Math.max(near, head);
    sums.passageCoverage += importance * Math.max(near, head, inPassage);
    sums.documentCoverage += importance * Math.max(near, head, inPassage, inDocument);
    const local = importance * (1 - (passage.commonness[index] ?? 0));
    totals.local += local;
    sums.localMeaning += local * meant;
    const aboveHere = above[index] ?? NOTHING;
    const beforeHere = before[index] ?? NOTHING;
    const inSection = Math.max(said, aboveHere.own, aboveHere.synonym);
    const carried = Math.max(inSection, beforeHere.own, beforeHere.synonym);
    sums.carriedLocal += local * Math.max(meant, carried);
    if (isName) {
      totals.names += importance;
      sums.names += importance * here.own;
      sums.namesAround += importance * Math.max(here.own, nearOwn, head, inPassage, inDocument);
    } else {
      sums.coreMeaning += importance * meant;
      sums.sectionCore += importance * inSection;
      sums.carriedCore += importance * carried;
    }
    if (isFocus) {
      totals.focus += importance;
      sums.focus += importance * meant;
    }
  }
  const wholes: Partial<Record<(typeof SAID)[number], number>> = {
    coreMeaning: totals.all - totals.names,
    sectionCore: totals.all - totals.names,
    carriedCore: totals.all - totals.names,
    carriedLocal: totals.local,
    focus: totals.focus,
    localMeaning: totals.local,
    names: totals.names,
    namesAround: totals.names,
  };
  for (const name of SAID) {
    const whole = wholes[name] ?? totals.all;
    sums[name] = whole > 0 ? sums[name] / whole : 0;
  }
}

const NOTHING = { own: 0, synonym: 0 } as const;

/** How much of the question is said for each of a sentence's terms. */
function measureDensity({ terms, strengths }: SentenceReading): number {
  const said = strengths.reduce((sum, { own, synonym }) => sum + Math.max(own, synonym), 0);
  return terms.length === 0 ? 0 : Math.min(1, said / terms.length);
}
