import type { Language } from "../../index/index.ts";
import { escapeLine } from "./escape.ts";
import {
  ACCENTS,
  assemblePayload,
  type ReplyFile,
  type ReplyPayload,
  showButtons,
  showText,
} from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** A part of a server's documents, packed. */
export interface ExportPart {
  readonly file: ReplyFile;
  /** Documents in this part, and in all. */
  readonly count: number;
  readonly total: number;
  /** Names of those that no file on Discord can hold. */
  readonly tooLarge: readonly string[];
  /** Documents before this part. */
  readonly offset: number;
  /** Where the next part begins; `null` after the last. */
  readonly next: number | null;
}

/** Names of documents that are too large, shown. */
const NAMES_SHOWN = 5;

/** A part of a server's documents to download, with a button for the next. */
export function renderExportReply(part: ExportPart, locale: Language): ReplyPayload {
  const { exported } = textsOf(locale).corpus;
  const { count, total, tooLarge, offset, next } = part;
  const isWhole = offset === 0 && next === null;
  const title = isWhole ? exported.title : fill(exported.part, { first: offset + 1, last: next ?? total });
  const hidden = tooLarge.length - NAMES_SHOWN;
  const lines = [
    `**${title}**`,
    fill(exported.note, { count, total }),
    ...tooLarge
      .slice(0, NAMES_SHOWN)
      .map((name) => `-# ${fill(exported.tooLarge, { name: escapeLine(name, 100) })}`),
    ...(hidden > 0 ? [`-# ${fill(exported.moreTooLarge, { count: hidden })}`] : []),
  ];
  const buttons =
    next === null ? [] : showButtons([{ label: exported.next, action: { action: "export", offset: next } }]);
  return assemblePayload(ACCENTS.neutral, [showText(lines.join("\n"))], buttons, [part.file]);
}
