import type { Language, Source } from "../../index/index.ts";
import { documentKey } from "../discord/custom-id.ts";
import { describeSource } from "./describe-source.ts";
import { escapeLine } from "./escape.ts";
import { showMoment } from "./library-reply.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showButtons, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/**
 * Says that a document was removed, with a button that puts it back.
 *
 * @param until when that ends, ISO 8601
 */
export function renderRemovalReply(source: Source, until: string, locale: Language): ReplyPayload {
  const { removed } = textsOf(locale).corpus;
  const lines = [
    `### ${fill(removed.title, { title: titleOf(source, locale) })}`,
    `-# ${describeSource(source, locale, { withFormat: true })}`,
    fill(removed.note, { until: showMoment(until, "f") }),
  ];
  return assemblePayload(
    ACCENTS.notFound,
    [showText(lines.join("\n"))],
    showButtons([{ label: removed.undo, action: { action: "restore", document: documentKey(source) } }]),
  );
}

/** Says that a document is back. */
export function renderRestoredReply(source: Source, locale: Language): ReplyPayload {
  const { removed } = textsOf(locale).corpus;
  const lines = [
    `### ${fill(removed.restored, { title: titleOf(source, locale) })}`,
    `-# ${describeSource(source, locale, { withFormat: true })}`,
    removed.restoredNote,
  ];
  return assemblePayload(ACCENTS.answered, [showText(lines.join("\n"))]);
}

function titleOf({ title }: Source, locale: Language): string {
  return escapeLine(title, 100) || textsOf(locale).untitled;
}
