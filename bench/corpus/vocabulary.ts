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

/** Words of the whole corpus, the most frequent first. Some 33,000 in all. */
export interface Vocabulary {
  readonly nouns: readonly string[];
  readonly surnames: readonly string[];
  readonly places: readonly string[];
}

/** What a document is about: the words that it keeps coming back to. */
export interface Topic {
  readonly field: string;
  readonly nouns: readonly string[];
  readonly adjectives: readonly string[];
  readonly verbs: readonly string[];
  readonly people: readonly string[];
  readonly institutions: readonly string[];
  readonly places: readonly string[];
}

const VOCABULARY_SEED = 1_000_003;
const TOPIC_SEED = 2_000_003;

/** Makes the vocabulary; the same at every call. */
export function makeVocabulary(): Vocabulary {
  const random = openRandom(VOCABULARY_SEED);
  const compounds = FRONTS.flatMap((front) =>
    BACKS.filter((back) => back !== front).map((back) => front + back),
  );
  const names = NAME_FRONTS.flatMap((front) => NAME_BACKS.map((back) => front + back));
  return {
    nouns: [...new Set([...NOUNS, ...shuffle(compounds, random)])],
    surnames: shuffle(names, random),
    places: shuffle(names, random),
  };
}

/** The topic with this number; the same at every call. */
export function makeTopic(number: number, vocabulary: Vocabulary): Topic {
  const random = openRandom(TOPIC_SEED + number);
  const several = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);
  const places = several(5, () => random.pickFrequent(vocabulary.places));
  return {
    field: random.pick(FIELDS).replace("-", " "),
    nouns: several(30, () => random.pickFrequent(vocabulary.nouns)),
    adjectives: several(10, () => random.pick(ADJECTIVES)),
    verbs: several(12, () => random.pick(VERBS)),
    people: several(8, () => makePerson(random, vocabulary)),
    institutions: several(4, () => makeInstitution(random, vocabulary)),
    places,
  };
}

/** A given name and a surname. */
export function makePerson(random: Random, { surnames }: Vocabulary): string {
  return `${random.pickFrequent(GIVEN_NAMES)} ${random.pickFrequent(surnames)}`;
}

/** "Thornham Museum", "Institute of Norbury". */
export function makeInstitution(random: Random, { places }: Vocabulary): string {
  const [place, kind] = [random.pickFrequent(places), random.pick(INSTITUTIONS)];
  return random.chance(0.5) ? `${place} ${kind}` : `${kind} of ${place}`;
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
