import { ADVERBS, MONTHS } from "./words.ts";
import { pickWord, type Writer } from "./writer.ts";

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
  const adjective = random.chance(0.6) ? `${pickWord(writer, "adjectives")} ` : "";
  const noun = pickWord(writer, "nouns");
  if (random.chance(0.25))
    return `${random.pick(["several", "both", "many", "two", "three", "four"])} ${adjective}${pluralise(noun)}`;
  const owner = random.chance(0.2) ? ` of ${pickWord(writer, "places")}` : "";
  return `the ${adjective}${noun}${owner}`;
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

/** The text with its first letter as a capital. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function writeOpening(writer: Writer): string {
  const { random } = writer;
  switch (random.below(5)) {
    case 0:
      return `in ${1950 + random.below(75)}`;
    case 1:
      return `after ${writeThing(writer)} had been ${pickWord(writer, "verbs")}`;
    case 2:
      return `at the request of ${writeActor(writer)}`;
    case 3:
      return `during the ${pickWord(writer, "adjectives")} ${pickWord(writer, "nouns")}`;
    default:
      return `according to ${writeActor(writer)}`;
  }
}

function writeActor(writer: Writer): string {
  switch (writer.random.below(4)) {
    case 0:
      return pickWord(writer, "people");
    case 1:
      return `the ${pickWord(writer, "institutions")}`;
    case 2:
      return `the ${pickWord(writer, "nouns")} of ${pickWord(writer, "places")}`;
    default:
      return writeThing(writer);
  }
}

function writeClause(writer: Writer): string {
  const { random } = writer;
  const [actor, verb] = [writeActor(writer), pickWord(writer, "verbs")];
  switch (random.below(6)) {
    case 0:
      return `${actor} ${verb} ${writeThing(writer)} and ${writeThing(writer)} in ${pickWord(writer, "places")}`;
    case 1:
      return `${writeThing(writer)} had been ${random.pick(ADVERBS)} ${verb} by ${writeActor(writer)}`;
    case 2:
      return `${actor} ${random.pick(ADVERBS)} ${verb} ${writeThing(writer)} for ${writeThing(writer)}`;
    case 3:
      return `${actor} ${verb} ${writeThing(writer)} with the help of ${writeActor(writer)}`;
    case 4:
      return `${actor}, who had worked on ${pickWord(writer, "fields")} in ${pickWord(writer, "places")}, ${verb} ${writeThing(writer)}`;
    default:
      return `${actor} ${verb} ${writeThing(writer)} near ${writeThing(writer)}`;
  }
}

function writeTail(writer: Writer): string {
  const { random } = writer;
  switch (random.below(5)) {
    case 0:
      return `while ${writeActor(writer)} ${pickWord(writer, "verbs")} ${writeThing(writer)}`;
    case 1:
      return `which ${pickWord(writer, "verbs")} ${writeThing(writer)} as well`;
    case 2:
      return `so that ${writeThing(writer)} could be ${pickWord(writer, "verbs")}`;
    case 3:
      return `and ${writeActor(writer)} ${pickWord(writer, "verbs")} ${2 + random.below(900)} ${pluralise(pickWord(writer, "nouns"))}`;
    default:
      return `although ${writeThing(writer)} had not been ${pickWord(writer, "verbs")} since ${1950 + random.below(75)}`;
  }
}
