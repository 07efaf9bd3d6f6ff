import { restoreShort, restoreVietnamese } from "../encodings/legacy-vietnamese.ts";
import type { Piece } from "../pieces.ts";
import type { MailBody } from "./html-body.ts";
import { announcesOlderMail } from "./mail-furniture.ts";

/**
 * The paragraphs of a mail in plain text. Quoted lines ("> ") are furniture; a signature's dashes stand alone, so that
 * they can be found. Old codes of Vietnamese become Unicode.
 */
export function readPlainBody(body: string): MailBody {
  const { text, scheme } = restoreVietnamese(body);
  const pieces: Piece[] = [];
  let lines: string[] = [];
  let quoted = false;
  const flush = (): void => {
    if (lines.length > 0) pieces.push({ text: lines.join("\n"), kind: quoted ? "furniture" : "lines" });
    lines = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const isQuoted = /^\s{0,3}>/.test(line);
    if (isQuoted !== quoted) flush();
    quoted = isQuoted;
    if (line.trim() === "") flush();
    else if (/^--\s?$/.test(line)) {
      flush();
      pieces.push({ text: line.trim(), kind: "lines" });
    } else {
      if (!isQuoted && announcesOlderMail(line)) flush();
      lines.push(line.trimEnd());
    }
  }
  flush();
  return { pieces, restoreName: scheme === null ? (name) => name : restoreShort };
}
