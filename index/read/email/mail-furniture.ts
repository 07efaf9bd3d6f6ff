import type { Piece } from "../pieces.ts";

/** "On Tue, 23 Apr 2024 at 10:00, Lan wrote:", "Vào Th 3, 23 thg 4, 2024 lúc 10:00 Lan đã viết:". */
const ATTRIBUTION =
  /^(?:on\s[^\n]{0,20}\d[\s\S]{3,250}\bwrote\s*:|vào\s[\s\S]{5,250}(?:đã\s+)?viết\s*:|[\s\S]{3,150}<[^<>\s@]+@[^<>\s]+>\s*(?:wrote|đã viết|viết)\s*:|\d{4}-\d{2}-\d{2}[\s\S]{3,150}<[^<>\s@]+@[^<>\s]+>\s*:)$/iu;

/** Where Outlook and others begin the older mail. */
const OLDER_MAIL =
  /^(?:[-_][-_\s]+(?:original message|thư gốc|tin nhắn gốc|thư ban đầu)[-_\s]{2,}|_{20,})$/iu;
const FORWARDED =
  /^(?:[-_][-_\s]+(?:forwarded message|thư được chuyển tiếp|thư đã chuyển tiếp|chuyển tiếp)\s*[-_ ]{2}|begin forwarded message:|bắt đầu thư được chuyển tiếp:)/iu;
const MAIL_HEADERS =
  /^\*?(?:from|từ|người gửi)\s*:\*?\s*\S[\s\S]{0,400}?(?:^|\n|\s)\*?(?:sent|date|to|gửi|đã gửi|ngày|đến|tới|thời gian)\s*:\*?\s/iu;
const HEADER_LINE =
  /^\*?(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments|từ|người gửi|đã gửi|gửi|gửi lúc|ngày|đến|tới|thời gian|chủ đề|tiêu đề)\s*:\*?(?:\s|$)/iu;

const SIGNATURE = /^--\s*$/u;
const SENT_FROM =
  /^(?:sent from (?:my|mail for|outlook|yahoo)\b.{0,60}|get outlook for \w+.{0,40}|(?:đã )?gửi từ (?:iphone|ipad|điện thoại|outlook|gmail|yahoo|thư|mail).{0,60}|tải outlook cho.{0,40})$/iu;
const GREETING =
  /^(?:dear|hi|hello|good (?:morning|afternoon|day)|kính (?:gửi|thưa)|thân gửi|chào|xin chào)\b.{0,100}$/iu;
/** What stands above the writer's name. */
const CLOSING =
  /^(?:(?:with )?(?:(?:my |our )?(?:kind(?:est)?|best|warm(?:est)?) )?regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:with )?best wishes|many thanks|thanks|thank you|cheers|trân trọng(?: cảm ơn| kính chào)?|kính thư|kính chào|thân ái|thân mến|(?:xin )?(?:chân thành )?cảm ơn)[\s,.!]*(?:\n|$)/iu;
/** Paragraphs and UTF-16 code units: what stands below a closing and is more is no signature. */
const MOST_LINES_BELOW = 8;
const LONGEST_LINE_BELOW = 120;

const DISCLAIMER =
  /(?:this (?:e-?mail|message|communication|transmission)\b[\s\S]{0,300}\b(?:confidential|privileged|intended (?:solely|only|for the))|(?:if you (?:are not|have received)[\s\S]{0,80}(?:intended recipient|in error))|consider the environment before printing|(?:thư điện tử|e-?mail|thư|thông điệp) này[\s\S]{0,200}(?:bảo mật|tuyệt mật|người nhận (?:được )?chỉ định|chỉ dành cho)|nếu (?:quý vị|bạn|ông\/bà) không phải là người nhận)/iu;

/** UTF-16 code units: a longer line announces nothing, and is not looked through. Programs draw rules of some 70. */
const LONGEST_ANNOUNCEMENT = 200;

/** Whether a line of a mail announces an older one below it. */
export function announcesOlderMail(line: string): boolean {
  const text = line.trim();
  return beginsOlderMail(text) || (text.length <= LONGEST_ANNOUNCEMENT && FORWARDED.test(text));
}

function beginsOlderMail(line: string): boolean {
  return line.length <= LONGEST_ANNOUNCEMENT && OLDER_MAIL.test(line);
}

/**
 * Marks what in a mail is not its writer's message: quoted older mails with the line that announces them, signatures,
 * notices of programs and lawyers. The text of a mail that was passed on is a message; its headers are not.
 *
 * @param isForward whether the subject says that the mail passes on another
 */
export function markMailFurniture(pieces: readonly Piece[], isForward: boolean): Piece[] {
  const marked: Piece[] = [];
  let isOlder = false;
  let isSignature = false;
  let inHeaders = false;
  for (const [position, piece] of pieces.entries()) {
    const text = piece.text.trim();
    const isQuoted = piece.kind === "furniture";
    const isForwarding = FORWARDED.test(text);
    const isOlderHead = beginsOlderMail(text.split("\n", 1)[0] ?? "") || MAIL_HEADERS.test(text);
    if (isForwarding || (isForward && isOlderHead)) {
      inHeaders = true;
      isSignature = false;
    } else if (!inHeaders && isOlderHead) isOlder = true;
    else if (inHeaders && !HEADER_LINE.test(text)) inHeaders = false;
    if (SIGNATURE.test(text) || (CLOSING.test(text) && isShortBelow(pieces, position))) isSignature = true;
    // Below a signature an answer may go on between quoted lines.
    if (isQuoted) isSignature = false;
    const announcesQuote = ATTRIBUTION.test(text) && isNextQuoted(pieces, position);
    const isFurniture =
      isQuoted ||
      isOlder ||
      isSignature ||
      inHeaders ||
      announcesQuote ||
      SENT_FROM.test(text) ||
      DISCLAIMER.test(text);
    if (isFurniture) marked.push({ ...piece, kind: "furniture" });
    // Alone on its line, a greeting would be taken for a heading.
    else marked.push(GREETING.test(text) ? { ...piece, kind: "text" } : piece);
  }
  return marked;
}

/** A mail that ends with "... wrote:" has lost its quotation; what was quoted in it stands below otherwise. */
function isNextQuoted(pieces: readonly Piece[], position: number): boolean {
  const next = pieces[position + 1];
  return next === undefined || next.kind === "furniture";
}

/** Whether only some short lines follow up to the end or the next quotation, as after "Kind regards". */
function isShortBelow(pieces: readonly Piece[], position: number): boolean {
  const below = pieces.slice(position, position + MOST_LINES_BELOW + 2);
  const end = below.findIndex(
    ({ kind, text }) => kind === "furniture" || SIGNATURE.test(text) || DISCLAIMER.test(text),
  );
  const lines = end < 0 ? below : below.slice(0, end);
  if (lines.length > MOST_LINES_BELOW) return false;
  return lines.every(
    ({ text }) =>
      ATTRIBUTION.test(text) || text.split("\n").every((line) => line.length <= LONGEST_LINE_BELOW),
  );
}
