import type { Piece } from "../pieces.ts";

/** "On Tue, 23 Apr 2024 at 10:00, Lan wrote:", "Vào Th 3, 23 thg 4, 2024 lúc 10:00 Lan đã viết:". */
const ATTRIBUTION =
  /^(?:on\s[^\n]{0,20}\d[\s\S]{3,250}\bwrote\s*:|vào\s[\s\S]{5,250}(?:đã\s+)?viết\s*:|[\s\S]{3,150}<[^<>\s]+@[^<>\s]+>\s*(?:wrote|đã viết|viết)\s*:|\d{4}-\d{2}-\d{2}[\s\S]{3,150}<[^<>\s]+@[^<>\s]+>\s*:)$/iu;

/** Where Outlook and others begin the older mail. */
const OLDER_MAIL =
  /^(?:[-_ ]{2,}\s*(?:original message|thư gốc|tin nhắn gốc|thư ban đầu)\s*[-_ ]{2,}|_{20,})$/iu;
const FORWARDED =
  /^(?:[-_ ]{2,}\s*(?:forwarded message|thư được chuyển tiếp|thư đã chuyển tiếp|chuyển tiếp)\s*[-_ ]{2,}|begin forwarded message:|bắt đầu thư được chuyển tiếp:)/iu;
const MAIL_HEADERS =
  /^\*?(?:from|từ|người gửi)\s*:\*?\s*\S[\s\S]{0,400}?(?:^|\n|\s)\*?(?:sent|date|to|gửi|đã gửi|ngày|đến|tới|thời gian)\s*:\*?\s/iu;
const HEADER_LINE =
  /^\*?(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments|từ|người gửi|đã gửi|gửi|gửi lúc|ngày|đến|tới|thời gian|chủ đề|tiêu đề)\s*:\*?(?:\s|$)/iu;

const SIGNATURE = /^--\s*$/u;
const SENT_FROM =
  /^(?:sent from (?:my|mail for|outlook|yahoo)\b.{0,60}|get outlook for \w+.{0,40}|(?:đã )?gửi từ (?:iphone|ipad|điện thoại|outlook|gmail|yahoo|thư|mail).{0,60}|tải outlook cho.{0,40})$/iu;
const DISCLAIMER =
  /(?:this (?:e-?mail|message|communication|transmission)\b[\s\S]{0,300}\b(?:confidential|privileged|intended (?:solely|only|for the))|(?:if you (?:are not|have received)[\s\S]{0,80}(?:intended recipient|in error))|consider the environment before printing|(?:thư điện tử|e-?mail|thư|thông điệp) này[\s\S]{0,200}(?:bảo mật|tuyệt mật|người nhận (?:được )?chỉ định|chỉ dành cho)|nếu (?:quý vị|bạn|ông\/bà) không phải là người nhận)/iu;

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
    if (isForwarding || (isForward && (OLDER_MAIL.test(text) || MAIL_HEADERS.test(text)))) {
      inHeaders = true;
      isSignature = false;
    } else if (!inHeaders && (OLDER_MAIL.test(text) || MAIL_HEADERS.test(text))) isOlder = true;
    else if (inHeaders && !HEADER_LINE.test(text)) inHeaders = false;
    if (SIGNATURE.test(text)) isSignature = true;
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
    marked.push(isFurniture ? { ...piece, kind: "furniture" } : piece);
  }
  return marked;
}

/** A mail that ends with "... wrote:" has lost its quotation; what was quoted in it stands below otherwise. */
function isNextQuoted(pieces: readonly Piece[], position: number): boolean {
  const next = pieces[position + 1];
  return next === undefined || next.kind === "furniture";
}
