import type { Random } from "./random.ts";
import type { Theme } from "./vocabulary.ts";

/** Who writes a section: words come from what it dwells on, from the document's topic, or from the whole language. */
export interface Writer {
  readonly random: Random;
  readonly section: Theme;
  readonly topic: Theme;
  readonly language: Theme;
}

/**
 * Shares of the words that come from the section's own few and from the topic's; the others come from anywhere. Real
 * documents repeat themselves like that; with less of it every passage would be equally far from every other (see
 * README.md, What is compared).
 */
const SECTION_SHARE = 0.6;
const TOPIC_SHARE = 0.28;

/** A word of one kind: "nouns" gives a noun in the singular. */
export function pickWord({ random, section, topic, language }: Writer, kind: keyof Theme): string {
  const level = random.next();
  const theme = level < SECTION_SHARE ? section : level < SECTION_SHARE + TOPIC_SHARE ? topic : language;
  return random.pickFrequent(theme[kind]).replace("-", " ");
}

/** A word that the section need not dwell on: of a fact's name many a document knows nothing else. */
export function pickAnyWord({ random, language }: Writer, kind: keyof Theme): string {
  return random.pick(language[kind]);
}
