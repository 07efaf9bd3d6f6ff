import type { Scope } from "../document.ts";
import { findPageFault, findSpanFault, isRange } from "../span-fault.ts";
import { findVectorFault } from "../unit-vector.ts";
import type { IndexedDocument } from "./store.ts";
import { isWellFormed } from "./text-codec.ts";

/**
 * Throws a `TypeError` unless everything in `indexed` may be stored: spans inside the text and in order, one finite
 * unit vector of `dimension` values for each sentence and passage. What breaks these rules is a bug of the caller.
 */
export function validateDocument(indexed: IndexedDocument, dimension: number): void {
  const { document, sentences, passages, sentenceVectors, passageVectors } = indexed;
  const fail = (what: string): never => {
    throw new TypeError(`${document.path}: ${what}.`);
  };
  if (document.path === "" || !isWellFormed(document.path)) fail("the path is empty or not Unicode");
  const { length } = document.text;
  const fault =
    findSpanFault("block", document.blocks, length, true) ??
    findPageFault(document.pages, length) ??
    findSpanFault("sentence", sentences, length, true) ??
    findSpanFault("passage", passages, length, false);
  if (fault !== null) fail(fault);
  for (const { firstSentence, endSentence } of passages) {
    if (!isRange(firstSentence, endSentence, sentences.length)) {
      fail(`a passage of the sentences ${firstSentence} to ${endSentence}, of ${sentences.length}`);
    }
  }
  if (sentenceVectors.length !== sentences.length) fail("not one vector for each sentence");
  if (passageVectors.length !== passages.length) fail("not one vector for each passage");
  for (const vector of [...sentenceVectors, ...passageVectors]) {
    const vectorFault = findVectorFault(vector, dimension);
    if (vectorFault !== null) fail(`a vector ${vectorFault}`);
  }
}

/** Throws a `TypeError` unless `scope` is a name that SQLite gives back as it is. */
export function requireScope(scope: Scope): void {
  if (scope === "" || !isWellFormed(scope)) throw new TypeError(`${JSON.stringify(scope)} is no scope.`);
}
