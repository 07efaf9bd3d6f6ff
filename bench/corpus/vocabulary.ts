import { openRandom, type Random } from "./random.ts";
import {
  ADJECTIVES,
  BACKS,
  FIELDS,
  FRONTS,
  GIVEN_NAMES,
  INSTITUTIONS,
  NAME_BACKS,
  NAME_FRONTS,
  NOUNS,
  VERBS,
} from "./words.ts";

/** Words to write about something with: the most frequent first in each list. */
export interface Theme {
  readonly nouns: readonly string[];
  readonly adjectives: readonly string[];
  readonly verbs: readonly string[];
  readonly fields: readonly string[];
  readonly people: readonly string[];
  readonly institutions: readonly string[];
  readonly places: readonly string[];
}

const LANGUAGE_SEED = 1_000_003;
const TOPIC_SEED = 2_000_003;
const PEOPLE = 40_000;
const INSTITUTIONS_IN_ALL = 8_000;

/** The words of the whole corpus, some 33,000; the same at every call. */
export function makeLanguage(): Theme {
  const random = openRandom(LANGUAGE_SEED);
  const compounds = FRONTS.flatMap((front) =>
    BACKS.filter((back) => back !== front).map((back) => front + back),
  );
  const names = NAME_FRONTS.flatMap((front) => NAME_BACKS.map((back) => front + back));
  const surnames = shuffle(names, random);
  const places = shuffle(names, random);
  return {
    nouns: [...new Set([...shuffle(NOUNS, random), ...shuffle(compounds, random)])],
    adjectives: ADJECTIVES,
    verbs: VERBS,
    fields: FIELDS,
    people: several(PEOPLE, () => `${random.pickFrequent(GIVEN_NAMES)} ${random.pickFrequent(surnames)}`),
    institutions: several(INSTITUTIONS_IN_ALL, () => nameInstitution(random, places)),
    places,
  };
}

/**
 * The words of one topic, the same at every call. Its common nouns, adjectives and verbs are neighbours in our lists,
 * where words of like meaning stand together.
 */
export function makeTopic(number: number, language: Theme): Theme {
  const random = openRandom(TOPIC_SEED + number);
  const rare = several(14, () => random.pick(language.nouns));
  return {
    nouns: shuffle([...pickStretch(NOUNS, 14, random), ...rare], random),
    adjectives: pickStretch(ADJECTIVES, 10, random),
    verbs: pickStretch(VERBS, 12, random),
    fields: pickStretch(FIELDS, 3, random),
    people: several(12, () => random.pick(language.people)),
    institutions: several(6, () => random.pick(language.institutions)),
    places: several(8, () => random.pick(language.places)),
  };
}

/** What one section of a document on a topic dwells on. */
export function narrowTheme(topic: Theme, random: Random): Theme {
  const some = (words: readonly string[], count: number) => several(count, () => random.pick(words));
  return {
    nouns: some(topic.nouns, 6),
    adjectives: some(topic.adjectives, 3),
    verbs: some(topic.verbs, 4),
    fields: some(topic.fields, 1),
    people: some(topic.people, 3),
    institutions: some(topic.institutions, 2),
    places: some(topic.places, 2),
  };
}

/** "Thornham Museum", "Institute of Norbury". */
function nameInstitution(random: Random, places: readonly string[]): string {
  const [place, kind] = [random.pickFrequent(places), random.pick(INSTITUTIONS)];
  return random.chance(0.5) ? `${place} ${kind}` : `${kind} of ${place}`;
}

function several<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

/** Words that stand next to each other, from anywhere in a list. */
function pickStretch(words: readonly string[], length: number, random: Random): string[] {
  const start = random.below(words.length - length + 1);
  return words.slice(start, start + length);
}

/** Fisher and Yates, on a copy. */
function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
  }
  return shuffled;
}
