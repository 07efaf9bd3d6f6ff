import type { Span } from "../document.ts";
import { OPTIONS } from "../options.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import { GIVES_REASON } from "../rank/sentence-features.ts";
import type { StoredDocument, StoredSentence } from "../store/store.ts";
import { endsInColon } from "../text/ends-in-colon.ts";
import { isSameParagraph } from "./same-paragraph.ts";
import { findTableHead } from "./table-head.ts";

/** A sentence that speaks of something named before it: "This activity is titled ...", "They agreed to ...". */
const REFERS_BACK =
  /^(?:(?:This|These|Those|Such) (?!year|month|week|time)|(?:It|They|He|She|Of which|Of these|In it|From there)\b|(?:Điều này|Những điều này|Việc này|Họ|Đây|Trong đó)(?!\p{L}))/u;

/** UTF-16 code units of a joined quote: above it a reader is better served by the sentence alone. */
const LONGEST_JOINED = 420;

/** UTF-16 code units of an entry with the line that leads its list in, and with what stands between them. */
const LONGEST_LED_IN = 260;

/** What is asked, as far as it says how much of its surroundings a quote needs. */
type Wanted = Pick<PreparedQuestion["ask"], "isReason">;

/**
 * From which sentence to which a quote reaches, as positions `[from, to)`: the sentence alone where it can be read
 * alone; a table's row from the names of its columns on, an entry from the line that leads its list in, where they are near; the one before it where it refers back; what follows a lead-in that ends in a colon, or a heading; for a question
 * after a reason, the next one where it gives none itself.
 *
 * @param sentences a run of the document's sentences that holds `sentence`
 */
export function findExtent(
  document: StoredDocument,
  sentences: readonly StoredSentence[],
  sentence: StoredSentence,
  { isReason }: Wanted = { isReason: false },
): [number, number] {
  const at = (position: number): StoredSentence | undefined =>
    sentences.find((other) => other.position === position);
  const text = document.text.slice(sentence.start, sentence.end);
  const before = at(sentence.position - 1);
  const after = at(sentence.position + 1);
  let from = sentence.position;
  let to = sentence.position + 1;
  const fits = (first: Span, last: Span): boolean => last.end - first.start <= LONGEST_JOINED;
  const head = findTableHead(document, sentence);
  const headRow = head && sentences.find(({ start }) => start === head.start);
  const leadIn = findLeadIn(document, sentence, at);
  if (headRow && fits(headRow, sentence)) from = headRow.position;
  else if (leadIn && sentence.end - leadIn.start <= LONGEST_LED_IN) from = leadIn.position;
  else if (
    before?.kind === "text" &&
    REFERS_BACK.test(text) &&
    isSameParagraph(document, before, sentence) &&
    fits(before, sentence)
  )
    from--;
  if (endsInColon(text)) {
    for (
      let next = at(to);
      next?.kind === "item" && next.end - sentence.start <= OPTIONS.maximumQuoteLength;
      next = at(to)
    )
      to++;
  } else if (sentence.kind === "heading") {
    // A heading only says what comes: the first words under it are meant, also under one more heading.
    const endsThere = (next: StoredSentence): boolean =>
      next.kind === "heading" && at(to - 1)?.kind !== "heading";
    for (let next = at(to); next && !endsThere(next) && fits(sentence, next); next = at(to)) to++;
  } else if (
    // What has happened is often told first, and then why: "The bids were too high."
    isReason &&
    after?.kind === "text" &&
    !GIVES_REASON.test(text) &&
    isSameParagraph(document, sentence, after) &&
    fits(at(from) ?? sentence, after)
  )
    to++;
  return [from, to];
}

/** The line that leads in the list that an entry stands in, which says whose duty it is: "BMU shall:"; `null` where it is none. */
function findLeadIn(
  { text }: StoredDocument,
  { position, kind }: StoredSentence,
  at: (position: number) => StoredSentence | undefined,
): StoredSentence | null {
  if (kind !== "item") return null;
  let before = at(position - 1);
  while (before?.kind === "item") before = at(before.position - 1);
  const isLeadIn = before?.kind === "text" && endsInColon(text.slice(before.start, before.end));
  return before && isLeadIn ? before : null;
}
