import type { Random } from "./random.ts";
import { makeInstitution, makePerson, type Topic, type Vocabulary } from "./vocabulary.ts";
import { ADJECTIVES, ADVERBS, FIELDS, MONTHS, VERBS } from "./words.ts";

/** Who writes: the source of chance, the words of the language, and what the document is about. */
export interface Writer {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  readonly topic: Topic;
}

/** Share of words that come from the document's topic; the others come from anywhere. */
const TOPIC_SHARE = 0.55;

/** A sentence without a fact that anybody asks for, 8 to 40 words. */
export function writeSentence(writer: Writer): string {
  const { random } = writer;
  const opening = random.chance(0.35) ? `${writeOpening(writer)}, ` : "";
  const clauses = [writeClause(writer)];
  if (random.chance(0.45)) clauses.push(writeTail(writer));
  return `${capitalise(`${opening}${clauses.join(", ")}`)}.`;
}

/** "the tidal observatory", "three wooden looms of Norbury". */
export function writeThing(writer: Writer): string {
  const { random } = writer;
  const adjective = random.chance(0.6) ? `${pickAdjective(writer)} ` : "";
  const noun = pickNoun(writer);
  if (random.chance(0.25))
    return `${random.pick(["several", "both", "many", "two", "three", "four"])} ${adjective}${pluralise(noun)}`;
  const owner = random.chance(0.2) ? ` of ${pickPlace(writer)}` : "";
  return `the ${adjective}${noun}${owner}`;
}

export function pickNoun({ random, topic, vocabulary }: Writer): string {
  return random.chance(TOPIC_SHARE)
    ? random.pickFrequent(topic.nouns)
    : random.pickFrequent(vocabulary.nouns);
}

export function pickAdjective({ random, topic }: Writer): string {
  return random.pick(random.chance(TOPIC_SHARE) ? topic.adjectives : ADJECTIVES);
}

export function pickPlace({ random, topic, vocabulary }: Writer): string {
  return random.chance(TOPIC_SHARE) ? random.pick(topic.places) : random.pickFrequent(vocabulary.places);
}

export function pickField({ random, topic }: Writer): string {
  return random.chance(TOPIC_SHARE) ? topic.field : random.pick(FIELDS).replace("-", " ");
}

/** A date of the years 1950 to 2024, such as "12 March 1987". */
export function writeDate({ random }: Writer): string {
  return `${1 + random.below(28)} ${random.pick(MONTHS)} ${1950 + random.below(75)}`;
}

/** The plural of one of our nouns. */
export function pluralise(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/man$/.test(noun)) return `${noun.slice(0, -3)}men`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function pickVerb({ random, topic }: Writer): string {
  return random.pick(random.chance(TOPIC_SHARE) ? topic.verbs : VERBS);
}

function writeOpening(writer: Writer): string {
  const { random } = writer;
  switch (random.below(5)) {
    case 0:
      return `in ${1950 + random.below(75)}`;
    case 1:
      return `after ${writeThing(writer)} had been ${pickVerb(writer)}`;
    case 2:
      return `at the request of ${writeActor(writer)}`;
    case 3:
      return `during the ${pickAdjective(writer)} ${pickNoun(writer)}`;
    default:
      return `according to ${writeActor(writer)}`;
  }
}

function writeActor(writer: Writer): string {
  const { random, topic, vocabulary } = writer;
  const known = random.chance(TOPIC_SHARE);
  switch (random.below(4)) {
    case 0:
      return known ? random.pick(topic.people) : makePerson(random, vocabulary);
    case 1:
      return `the ${known ? random.pick(topic.institutions) : makeInstitution(random, vocabulary)}`;
    case 2:
      return `the ${pickNoun(writer)} of ${pickPlace(writer)}`;
    default:
      return writeThing(writer);
  }
}

function writeClause(writer: Writer): string {
  const { random } = writer;
  const [actor, verb] = [writeActor(writer), pickVerb(writer)];
  switch (random.below(6)) {
    case 0:
      return `${actor} ${verb} ${writeThing(writer)} and ${writeThing(writer)} in ${pickPlace(writer)}`;
    case 1:
      return `${writeThing(writer)} had been ${random.pick(ADVERBS)} ${verb} by ${writeActor(writer)}`;
    case 2:
      return `${actor} ${random.pick(ADVERBS)} ${verb} ${writeThing(writer)} for ${writeThing(writer)}`;
    case 3:
      return `${actor} ${verb} ${writeThing(writer)} with the help of ${writeActor(writer)}`;
    case 4:
      return `${actor}, who had worked on ${pickField(writer)} in ${pickPlace(writer)}, ${verb} ${writeThing(writer)}`;
    default:
      return `${actor} ${verb} ${writeThing(writer)} near ${writeThing(writer)}`;
  }
}

function writeTail(writer: Writer): string {
  const { random } = writer;
  switch (random.below(5)) {
    case 0:
      return `while ${writeActor(writer)} ${pickVerb(writer)} ${writeThing(writer)}`;
    case 1:
      return `which ${pickVerb(writer)} ${writeThing(writer)} as well`;
    case 2:
      return `so that ${writeThing(writer)} could be ${pickVerb(writer)}`;
    case 3:
      return `and ${writeActor(writer)} ${pickVerb(writer)} ${2 + random.below(900)} ${pluralise(pickNoun(writer))}`;
    default:
      return `although ${writeThing(writer)} had not been ${pickVerb(writer)} since ${1950 + random.below(75)}`;
  }
}
