import type { BlockKind, Document, Sentence, Span } from "../../../index/document.ts";
import { splitSentences } from "../../../index/split/sentences.ts";

/** A text whose whole is one block. */
export function makeBlock(text: string, kind: BlockKind = "text"): Pick<Document, "text" | "blocks"> {
  return { text, blocks: text === "" ? [] : [{ start: 0, end: text.length, kind }] };
}

/** The sentences of a text that is one block, as they stand in it. */
export function splitText(text: string, kind: BlockKind = "text"): string[] {
  return splitSentences(makeBlock(text, kind)).map((sentence) => sliceOf(text, sentence));
}

export function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The letters and digits of a text, without all else. */
export function lettersOf(text: string): string {
  return text.match(/[\p{L}\p{N}]/gu)?.join("") ?? "";
}

/** Sentences and their kinds. */
export function kindsOf(text: string, sentences: readonly Sentence[]): [string, string][] {
  return sentences.map((sentence) => [sentence.kind, sliceOf(text, sentence)]);
}
