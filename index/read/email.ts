import PostalMime, { type Email } from "postal-mime";
import { isCalendarDate } from "../text/calendar-date.ts";
import { compose } from "../text/compose.ts";
import { readHtmlBody } from "./email/html-body.ts";
import { markMailFurniture } from "./email/mail-furniture.ts";
import { readPlainBody } from "./email/plain-body.ts";
import { joinPieces, type Piece } from "./pieces.ts";
import type { Facts, Reader } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Parts inside each other. Mails that lists and gateways passed on have some five. */
const DEEPEST_PARTS = 30;
/** Parts that have parts: each line that begins with dashes is compared with the boundary of each. */
const MOST_BOUNDARIES = 200;
/** Lines. An attachment of 20 MB has 270,000; of lines of text, a million take 13 s and 1.3 GB. */
const MOST_LINES = 400_000;
/** Bytes of all headers. Long ways through many servers make some 50 KB. */
const LONGEST_HEADERS = 512 * 1024;
/** Mails inside each other, and all of them together, that are read. What lies deeper is an attachment. */
const DEEPEST_MAIL = 3;
const MOST_MAILS = 50;

const LINE_FEED = 0x0a;

const FORWARD = /^\s*(?:fwd?|chuyển tiếp|ct)\s*:/iu;

/**
 * Reads a mail. Its subject is the heading; then follows the message, and mails attached to it. Quoted older mails,
 * signatures and legal notices are furniture. Attachments are not read: their names stand at the end, as furniture.
 *
 * @throws UnreadableFile for mails without text, with too many or too deeply nested parts
 */
export const readEmail: Reader = async (bytes) => {
  try {
    const mail = await parseMail(bytes);
    const { pieces, readName } = await readMail(mail, { mails: 0 }, 1);
    const { text, blocks } = joinPieces(pieces, { isWrapped: true });
    if (!blocks.some(({ kind }) => kind !== "furniture")) throw new UnreadableFile("no-text");
    return { text, blocks, pages: [], facts: readFacts(mail, readName) };
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("damaged", { reason: { code: "no-mail" } }, { cause });
  }
};

async function parseMail(bytes: Uint8Array): Promise<Email> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const boundaries = source.match(/\bboundary\s*(?:\*\d*\*?)?\s*=/gi)?.length ?? 0;
  if (boundaries > MOST_BOUNDARIES) throw new UnreadableFile("parts", { limit: MOST_BOUNDARIES });
  let lines = 0;
  for (const byte of bytes) if (byte === LINE_FEED) lines += 1;
  if (lines > MOST_LINES) throw new UnreadableFile("parts", { limit: MOST_LINES });
  return PostalMime.parse(bytes, {
    // Its own way of writing out a mail inside a mail depends on the machine's language and time zone.
    forceRfc822Attachments: true,
    maxNestingDepth: DEEPEST_PARTS,
    maxHeadersSize: LONGEST_HEADERS,
  });
}

async function readMail(
  mail: Email,
  count: { mails: number },
  depth: number,
): Promise<{ pieces: Piece[]; readName: (name: string | undefined) => string }> {
  count.mails += 1;
  const { pieces: body, restoreName } =
    mail.html !== undefined && mail.html.trim() !== ""
      ? readHtmlBody(compose(mail.html))
      : readPlainBody(compose(mail.text ?? ""));
  const readName = (name: string | undefined): string => restoreName(compose(tidy(name)));
  const subject = readName(mail.subject);
  const marked = markMailFurniture(body, FORWARD.test(subject));
  // A mail that is all quotation was passed on that way.
  const isAllQuoted = marked.every(({ kind }) => kind === "furniture");
  const pieces = isAllQuoted ? body.map((piece): Piece => ({ ...piece, kind: "lines" })) : marked;
  if (subject !== "") pieces.unshift({ text: subject, kind: "heading" });
  const names: Piece[] = [];
  for (const { content, mimeType, filename, related } of mail.attachments) {
    const isMail = mimeType === "message/rfc822" && content instanceof ArrayBuffer;
    if (isMail && depth < DEEPEST_MAIL && count.mails < MOST_MAILS) {
      const inner = new Uint8Array(content);
      const { pieces: attached } = await readMail(await parseMail(inner), count, depth + 1);
      for (const piece of attached) pieces.push(piece);
    } else if (filename && !related) names.push({ text: readName(filename), kind: "furniture", group: 0 });
  }
  return { pieces: [...pieces, ...names], readName };
}

function readFacts(mail: Email, readName: (name: string | undefined) => string): Facts {
  const title = readName(mail.subject);
  const date = readDate(mail.headers.find(({ key }) => key === "date")?.value ?? "");
  const publisher = readName(mail.from?.name);
  return {
    ...(title ? { title } : {}),
    ...(date === null ? {} : { date }),
    ...(publisher ? { publisher } : {}),
  };
}

/** The day in the header's own time zone (RFC 5322, 3.3), as `YYYY-MM-DD`. */
function readDate(header: string): string | null {
  const match = /\b(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+(\d{4})\b/i.exec(
    header,
  );
  if (!match) return null;
  const month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf((match[2] ?? "").toLowerCase()) / 3 + 1;
  const date = `${match[3]}-${String(month).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

function tidy(text: string | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}
