import { citeSpan } from "../cite.ts";
import type { Quote, Span } from "../document.ts";
import type { StoredDocument } from "../store/store.ts";

/**
 * Quotes of the whole sentences that hold some wording, with the wording emphasised: one sentence, or those over whose
 * border it goes. Where it stands several times in one quote, that is one quote. A wording outside every sentence is
 * quoted alone. Each has score 1.
 *
 * @param sentences those of the document, in order and apart
 * @param found where the wording stands, in order and apart
 * @param most quotes at most, the first ones; default all
 */
export function quoteSentences(
  document: StoredDocument,
  sentences: readonly Span[],
  found: readonly Span[],
  most: number = Infinity,
): Quote[] {
  const places: { span: Span; emphasis: Span[] }[] = [];
  let next = 0;
  for (const wording of found) {
    const last = places.at(-1);
    if (last && wording.end <= last.span.end) {
      last.emphasis.push(wording);
      continue;
    }
    if (places.length >= most) break;
    let { start, end } = wording;
    while ((sentences[next]?.end ?? Infinity) <= wording.start) next++;
    for (let at = next; (sentences[at]?.start ?? Infinity) < wording.end; at++) {
      start = Math.min(start, sentences[at]?.start ?? start);
      end = Math.max(end, sentences[at]?.end ?? end);
    }
    places.push({ span: { start, end }, emphasis: [wording] });
  }
  return places.map(({ span, emphasis }) => ({
    ...citeSpan(document, span),
    emphasis,
    alsoIn: [],
    score: 1,
  }));
}
