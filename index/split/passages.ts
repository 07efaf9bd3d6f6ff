import type { Document, Passage, Sentence } from "../document.ts";
import { OPTIONS } from "../options.ts";

/**
 * Groups sentences into passages of at most `OPTIONS.passageWords` words (a longer sentence is a passage of its own).
 * A passage never reaches over a heading, over furniture or over a repeat. Inside a section each passage begins with
 * the last sentence of the one before it, so that a fact told in two sentences stands together somewhere.
 */
export function groupPassages(
  document: Pick<Document, "text" | "blocks">,
  sentences: readonly Sentence[],
): Passage[] {
  return findSections(document, sentences).flatMap((section) =>
    packSection(document.text, sentences, section),
  );
}

/** Runs of sentences that a passage may span, as positions `[first, end)`. */
function findSections(
  document: Pick<Document, "text" | "blocks">,
  sentences: readonly Sentence[],
): [number, number][] {
  const gaps = document.blocks.filter((block) => block.kind === "furniture" || block.kind === "front-matter");
  const sections: [number, number][] = [];
  let gap = 0;
  let first: number | undefined;
  for (const [position, sentence] of sentences.entries()) {
    const previous = sentences[position - 1];
    let crossesGap = false;
    while ((gaps[gap]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) {
      gap++;
      crossesGap = true;
    }
    const isTitle = sentence.kind === "heading";
    const followsTitle = previous?.kind === "heading";
    const breaks = sentence.kind === "repeat" || crossesGap || (isTitle && !followsTitle);
    if (breaks && first !== undefined) {
      sections.push([first, position]);
      first = undefined;
    }
    if (sentence.kind !== "repeat") first ??= position;
  }
  if (first !== undefined) sections.push([first, sentences.length]);
  return sections;
}

function packSection(text: string, sentences: readonly Sentence[], [from, to]: [number, number]): Passage[] {
  const words = (position: number): number => {
    const sentence = sentences[position];
    return sentence ? countWords(text.slice(sentence.start, sentence.end)) : 0;
  };
  const passages: Passage[] = [];
  let first = from;
  let size = 0;
  for (let position = from; position < to; position++) {
    const length = words(position);
    if (position > first && size + length > OPTIONS.passageWords) {
      passages.push(makePassage(sentences, first, position));
      const overlap = Math.max(first + 1, position - OPTIONS.passageOverlap);
      const shared = sumOf(overlap, position, words);
      // An overlap that fills half of the next passage would only repeat the last one.
      first =
        shared <= OPTIONS.passageWords / 2 && shared + length <= OPTIONS.passageWords ? overlap : position;
      size = first === position ? 0 : shared;
    }
    size += length;
  }
  passages.push(makePassage(sentences, first, to));
  return passages;
}

function makePassage(sentences: readonly Sentence[], firstSentence: number, endSentence: number): Passage {
  const first = sentences[firstSentence];
  const last = sentences[endSentence - 1];
  if (!first || !last) throw new RangeError(`No passage from sentence ${firstSentence} to ${endSentence}`);
  return { start: first.start, end: last.end, firstSentence, endSentence };
}

function sumOf(from: number, to: number, value: (position: number) => number): number {
  let sum = 0;
  for (let position = from; position < to; position++) sum += value(position);
  return sum;
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
