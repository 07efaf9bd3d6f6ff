import { type Fact, writeFact } from "./facts.ts";
import { capitalise, pluralise, writeDate, writeSentence } from "./prose.ts";
import { openRandom } from "./random.ts";
import { makeTopic, narrowTheme, type Theme } from "./vocabulary.ts";
import { pickWord, type Writer } from "./writer.ts";

/** One file of the corpus, and what can be asked of it. */
export interface WrittenDocument {
  /** Relative to the corpus folder. */
  readonly path: string;
  /** Markdown with a front matter. */
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** Grows whenever the prose changes: it names the folders that keep what was made before. */
export const PROSE_VERSION = 2;

const DOCUMENT_SEED = 3_000_017;
const TOPICS = 500;

/**
 * Writes the document with this number: a title, 5 to 9 sections, in each of them a few paragraphs with a fact in one.
 * Some 20 to 50 passages. The same at every call, whatever was written before.
 */
export function writeDocument(number: number, language: Theme): WrittenDocument {
  const random = openRandom(DOCUMENT_SEED + number);
  const topic = makeTopic(random.below(TOPICS), language);
  const writer: Writer = { random, section: topic, topic, language };
  const title = `${capitalise(pickWord(writer, "adjectives"))} ${pluralise(pickWord(writer, "nouns"))} and the ${pickWord(writer, "nouns")} of ${pickWord(writer, "places")}`;
  const [day = "1", month = "January", year = "2000"] = writeDate(writer).split(" ");
  const facts: Fact[] = [];
  const sections = Array.from({ length: 5 + random.below(5) }, () => {
    const section: Writer = { ...writer, section: narrowTheme(topic, random) };
    const heading = `## ${capitalise(pickWord(section, "adjectives"))} ${pickWord(section, "nouns")} in ${pickWord(section, "places")}`;
    const paragraphs = Array.from({ length: 3 + random.below(2) }, () => writeParagraph(section));
    const fact = writeFact(section);
    facts.push(fact);
    paragraphs.splice(random.below(paragraphs.length), 1, [fact.sentence, ...writeParagraph(section)]);
    return [heading, ...paragraphs.map((sentences) => sentences.join(" "))].join("\n\n");
  });
  const date = new Date(`${day} ${month} ${year} UTC`).toISOString().slice(0, 10);
  const head = `---\ntitle: ${title}\ndate: ${date}\npublisher: ${random.pick(topic.institutions)}\nlanguage: en\n---\n`;
  return {
    path: `${String(Math.floor(number / 100)).padStart(3, "0")}/${String(number).padStart(5, "0")}.md`,
    text: `${head}\n# ${title}\n\n${sections.join("\n\n")}\n`,
    facts,
  };
}

function writeParagraph(writer: Writer): string[] {
  return Array.from({ length: 4 + writer.random.below(5) }, () => writeSentence(writer));
}
