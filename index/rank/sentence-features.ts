import { dotProduct } from "../dot-product.ts";
import type { EntityKind } from "../question/entities.ts";
import { endsInColon } from "../text/ends-in-colon.ts";
import { scoreEntities } from "./entity-score.ts";
import { type EntityGroup, FEATURES, type GrowingFeatures, type SentenceFeatures } from "./features.ts";
import { findDenied, withoutTerms } from "./negation.ts";
import { namesOnlyOtherCountries } from "./other-country.ts";
import { beginsWithOtherInstitution } from "./other-institution.ts";
import { namesOtherOrdinal } from "./other-ordinal.ts";
import { namesOnlyDeputies } from "./other-post.ts";
import type { PreparedQuestion } from "./prepared-question.ts";
import type { SentenceInPlace, SentenceReading } from "./read-sentence.ts";
import { restatesCount } from "./restated-count.ts";
import { weighTerms } from "./weigh-terms.ts";

/** Words by which a sentence gives a cause or a purpose. */
export const GIVES_REASON =
  /(?<!\p{L})(?:because|since|so that|due to|thanks to|in order to|aims?|aimed|aiming|purpose|goal|therefore|so the|to help|owing to|as a result|reasons?|causes?|caused|explained|nguyên nhân|lý do|bởi|vì|do đó|nhằm|mục đích|để)(?!\p{L})/iu;
const REPORTS_SPEECH =
  /(?<!\p{L})(?:said|says|stated|stressed|emphasi[sz]ed|affirmed|noted|shared|expressed|suggested|proposed|hoped|remarked|added|told|according to|believes?|cho biết|chia sẻ|nhấn mạnh|phát biểu|khẳng định|bày tỏ|đề xuất)(?!\p{L})|["“”«]/iu;

/** What stands on a short line that is no heading though it looks like one: "Contact: info@school.edu". */
const HAS_VALUE = /\p{L}: \S|@\w/u;

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
  const isLabel = kind === "heading" && !HAS_VALUE.test(text);
  const isHeading = isLabel || sentence.isTableHead;
  const words = text.split(/\s+/).length;
  // A copy of one object, and then values: objects of one shape are ten times as fast to make as spread ones.
  const features = { ...NONE };
  const denied = question.isAboutWhatIs ? findDenied(reading, question) : [];
  // What is denied is not said.
  const said = denied.length > 0 ? { ...sentence, reading: withoutTerms(reading, denied) } : sentence;
  weighTerms(said, question, features);
  // What a line leads in stands behind it, and is quoted with it.
  const fallback = isList && endsInColon(text) ? 0 : null;
  setEntity(
    question,
    isHeading ? null : (scoreEntities(reading, question, sentence.columns) ?? fallback),
    features,
  );
  features.somebodyElse = flag(
    (question.ask.entities[0] === "person" && namesOnlyDeputies(text, question)) ||
      (!reading.isOtherLanguage &&
        features.names < FEW_NAMES &&
        beginsWithOtherInstitution(text, question.text)) ||
      // Only English words for countries are known.
      ((question.language === "en") !== reading.isOtherLanguage &&
        namesOnlyOtherCountries(text, reading.terms, question)),
  );
  features.theme = question.meaning.compare([reading.meaning]);
  features.nearTheme = question.meaning.compare(near.map(({ meaning }) => meaning));
  features.density = measureDensity(reading);
  features.closeness = dotProduct(question.vector, sentence.vector);
  features.passage = passage.score;
  features.reason = flag(isReason && GIVES_REASON.test(text));
  features.speech = flag(isSpeech && REPORTS_SPEECH.test(text));
  features.enumeration = isList ? Math.min(1, (text.match(/[,;]/g)?.length ?? 0) / 4) : 0;
  features.listHead = isList ? features.headed : 0;
  features.listItem = flag(isList && kind === "item");
  features.restated = flag(question.askedCount !== null && restatesCount(text, question.askedCount));
  features.otherOrdinal = flag(namesOtherOrdinal(text, question.ordinals));
  features.denied = flag(denied.length > 0);
  features.caption = flag(kind === "caption");
  features.heading = flag(isLabel);
  features.item = flag(kind === "item");
  features.leadIn = flag(!isList && endsInColon(text));
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

const NONE: SentenceFeatures = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as never;

/** The entity's score under the kind that is asked for, and whether it is missing; every other kind stays 0. */
function setEntity({ ask }: PreparedQuestion, score: number | null, features: GrowingFeatures): void {
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
  hour: "time",
  frequency: "duration",
  number: "number",
  figure: "number",
  percent: "amount",
  amount: "amount",
  name: "name",
  contact: "amount",
};

/** How much of the question is said for each of a sentence's terms. */
function measureDensity({ terms, strengths }: SentenceReading): number {
  const said = strengths.reduce((sum, { own, synonym }) => sum + Math.max(own, synonym), 0);
  return terms.length === 0 ? 0 : Math.min(1, said / terms.length);
}
