import { describeError, type ErrorCode, type Language, UserError } from "../../index/index.ts";
import { escapeLine } from "./escape.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/**
 * Errors that the person who asked can do something about. The others are for whoever runs the bot, and name folders
 * of its machine, which are nobody else's business.
 */
const FOR_EVERYBODY: ReadonlySet<ErrorCode> = new Set([
  "question-empty",
  "question-long",
  "query-empty",
  "query-long",
  "document-unknown",
  "document-ambiguous",
  "document-in-folder",
  "document-for-all",
  "server-documents",
  "server-bytes",
  "option-invalid",
  "date-invalid",
  "dates-reversed",
]);

/** Errors that pass by themselves. People are told what it was, and whoever runs the bot has to know of it. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["engine-stopped", "engine-slow"]);

/** Whether an error is the person's own: nothing is wrong with the bot. */
export function isPersonsOwn(error: unknown): error is UserError {
  return error instanceof UserError && FOR_EVERYBODY.has(error.code);
}

/** What is wrong and what to do about it on Discord, not yet escaped. */
export function describeForDiscord(
  error: UserError,
  locale: Language,
): { readonly text: string; readonly hint: string } {
  const { text, hint } = describeError(error, locale);
  const hints: Readonly<Partial<Record<ErrorCode, string>>> = textsOf(locale).error.hints;
  return { text, hint: hints[error.code] ?? hint };
}

/**
 * What went wrong, in friendly words, with an id that the log has too.
 *
 * @param id to be quoted; left out for what the person can mend
 */
export function renderErrorReply(error: unknown, id: string, locale: Language): ReplyPayload {
  const texts = textsOf(locale).error;
  if (error instanceof UserError && (FOR_EVERYBODY.has(error.code) || PASSING.has(error.code))) {
    const { text, hint } = describeForDiscord(error, locale);
    const lines = [escapeLine(text, 1_000), escapeLine(hint, 300)];
    return show(PASSING.has(error.code) ? [...lines, sayId(id, locale)] : lines, locale);
  }
  const cause = error instanceof UserError ? texts.operator : texts.unexpected;
  return show([cause, sayId(id, locale)], locale);
}

function show(lines: readonly string[], locale: Language): ReplyPayload {
  const text = [`**${textsOf(locale).error.title}**`, ...lines].join("\n");
  return assemblePayload(ACCENTS.problem, [showText(text)]);
}

function sayId(id: string, locale: Language): string {
  return `-# ${fill(textsOf(locale).error.id, { id: escapeLine(id, 60) })}`;
}
