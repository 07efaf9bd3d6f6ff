import type { WrittenDate } from "../text/dates.ts";
import type { DatedLine } from "./date-lines.ts";

/** A line of an agreement that says where and when it was made. */
const DONE =
  /^(?:(?:done|made|executed|concluded)\s+(?:at|in|on|this|and)\b|(?:được\s+)?(?:làm|lập|thực hiện)\s+tại\s|(?:lam|lap)\s+tai\s)/iu;
/** One that may also tell of another agreement, unless nothing follows its date. */
const SIGNED =
  /^(?:(?:signed|given)\s+(?:at|in|on|this|by|and)\b|(?:được\s+)?ký\s+(?:kết\s+)?(?:tại|ngày)\s)/iu;
const WITNESS = /^in witness (?:whereof|thereof)\b/iu;
const COPIES =
  /^[\s,.;]*(?:(?:and\s+)?in\s+(?:duplicate|triplicate|two|three|four|the|both|english|vietnamese)\b.*|thành\s.*|gồm\s.*|bằng\s.*)?$/iu;

/** The beginning of an agreement, a contract or minutes that dates itself. */
const MADE_ON =
  /^this\s+(?:[\p{L}&'’()-]+\s+){1,12}(?:is|was)?\s*(?:made|entered into|concluded|signed|executed|dated)(?:\s+and\s+(?:made|entered into|concluded|signed|executed))?\s+(?:(?:in|at)\s+[\p{L}\s,]{2,40}?)?(?:as of\s+|on\s+|this\s+|the\s+|on this\s+|on the\s+|this the\s+)*$/iu;
const TODAY = /^(?:hôm nay|hom nay|today)\s*,?\s*(?:(?:là\s+)?(?:ngày|ngay)\s+|on\s+|is\s+|the\s+)?$/iu;

/** Beside signatures. */
const SIGNATURE_LABEL = /^(?:date(?: of signature)?|ngày(?: ký)?|ngay(?: ky)?)\s*[:：]?\s*$/iu;
const SIGNATORY =
  /^(?:(?:signed\s+)?for (?:and )?on behalf of|on behalf of|for the\b|signature|signed(?: by)?|name\s*[:：]|title\s*[:：]|đại diện|thay mặt|ký tên|chữ ký|đại diện bên|họ (?:và )?tên)/iu;

/**
 * The date on which an agreement was signed, from its first lines ("This Agreement is made on ...", "Hôm nay, ngày ...")
 * or its last ("Done at Hanoi on this 5th day of May 2023", "Date:" among signatures). Where the parties signed on
 * different days, it is the last of them.
 */
export function findSignatureDate(
  head: readonly DatedLine[],
  end: readonly DatedLine[],
): { line: DatedLine; date: WrittenDate } | null {
  return findDone(end) ?? findSigned(end) ?? findMade(head);
}

type Found = { line: DatedLine; date: WrittenDate };

/** "Done at Hanoi on ...": the line states it, whatever follows. The last one counts. */
function findDone(end: readonly DatedLine[]): Found | null {
  for (const line of end.toReversed()) {
    const date = exactDate(line);
    if (!date) continue;
    const before = line.content.slice(0, date.start);
    const after = line.content.slice(date.end);
    if (/[.;!?]\s+\p{Lu}/u.test(before.replace(/\b(?:no|art|dr|mr|ms|prof)\.\s/giu, ""))) continue;
    if (DONE.test(line.content) || WITNESS.test(line.content)) return { line, date };
    if (SIGNED.test(line.content) && COPIES.test(after)) return { line, date };
  }
  return null;
}

/** "Date: 5 May 2023" where people sign. */
function findSigned(end: readonly DatedLine[]): Found | null {
  if (!end.some(({ content }) => SIGNATORY.test(content))) return null;
  const signed: Found[] = [];
  for (const line of end) {
    const date = exactDate(line);
    if (!date) continue;
    const isLabelled =
      SIGNATURE_LABEL.test(line.content.slice(0, date.start)) &&
      /^[\s.,)]*$/.test(line.content.slice(date.end));
    if (isLabelled) signed.push({ line, date });
  }
  return signed.sort((one, other) => (one.date.date < other.date.date ? 1 : -1))[0] ?? null;
}

function findMade(head: readonly DatedLine[]): Found | null {
  for (const line of head) {
    const date = exactDate(line);
    if (!date) continue;
    const before = line.content.slice(0, date.start);
    if (MADE_ON.test(before) || TODAY.test(before)) return { line, date };
  }
  return null;
}

/** The first date of a line that has a day. */
function exactDate(line: DatedLine): WrittenDate | undefined {
  return line.dates.find(({ date }) => date.length === 10);
}
