import {
  type AdditionReport,
  describeFileProblem,
  type FileProblem,
  type Language,
  type PicturePages,
  type Source,
  type UserError,
} from "../../index/index.ts";
import { countThings } from "../count-things.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import { describeWebError, type WebError } from "../web/web-error.ts";
import type { ENGLISH_CORPUS } from "./corpus-texts.ts";
import { describeSource } from "./describe-source.ts";
import { describeForDiscord } from "./error-reply.ts";
import { escapeLine, linkTo } from "./escape.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** Why a file was not added. */
export type SkipReason =
  | { readonly kind: "file"; readonly problem: FileProblem }
  | { readonly kind: "web"; readonly error: WebError }
  /** By the engine, for a reason that whoever adds it can do something about. */
  | { readonly kind: "refused"; readonly error: UserError }
  | { readonly kind: "download"; readonly fault: keyof typeof ENGLISH_CORPUS.download }
  /** It is in the log. */
  | { readonly kind: "failed" };

/** What became of one file or page; `name` is what the person knows it by. */
export type AdditionResult =
  | {
      readonly name: string;
      readonly outcome: Exclude<AdditionReport["outcome"], "unreadable">;
      readonly source: Source;
      /** The document that has its name already; `null` where it could have it. */
      readonly namesake: string | null;
      /** Its pages that cannot be searched. */
      readonly picturePages?: PicturePages;
    }
  | { readonly name: string; readonly outcome: "skipped"; readonly reason: SkipReason };

/** Characters that a name or title has at most. */
const NAME = 70;
const REASON = 300;
/** Characters kept free for the line that counts what is not shown. */
const SPARE = 100;

/** Outcomes that change what is quoted. */
const DONE: ReadonlySet<AdditionResult["outcome"]> = new Set(["added", "replaced", "corrected"]);

/** Whether something has changed. */
export function hasAdded(results: readonly AdditionResult[]): boolean {
  return results.some(({ outcome }) => DONE.has(outcome));
}

/** What became of files that somebody wanted to add: what they are now, and what was left out and why. */
export function renderAdditionReply(results: readonly AdditionResult[], locale: Language): ReplyPayload {
  const { added } = textsOf(locale).corpus;
  const done = results.filter(({ outcome }) => DONE.has(outcome));
  const isOne = results.length === 1;
  const title = isOne
    ? []
    : [
        `### ${done.length === 0 ? added.none : fill(added.several, { count: done.length, total: results.length })}`,
      ];
  const heads =
    isOne && done.length === 0 && results[0]?.outcome === "skipped" ? [`**${added.none}**`] : title;
  const entries = results.map((result) => renderResult(result, locale, isOne));
  const lines: string[] = [...heads];
  let hidden = 0;
  let size = lines.join("\n").length;
  for (const entry of entries) {
    if (size + entry.length + SPARE > DISCORD_LIMITS.message.text) hidden++;
    else {
      lines.push(entry);
      size += entry.length + 1;
    }
  }
  if (hidden > 0) lines.push(fill(added.more, { count: hidden }));
  if (done.length > 0) lines.push(`-# ${added.askNow}`);
  const accent = done.length === 0 ? ACCENTS.problem : ACCENTS.answered;
  return assemblePayload(accent, [showText(lines.join("\n"))]);
}

function renderResult(result: AdditionResult, locale: Language, isOne: boolean): string {
  const { corpus, untitled, citation } = textsOf(locale);
  const { added } = corpus;
  if (result.outcome === "skipped") {
    const name = escapeLine(result.name, NAME) || untitled;
    return fill(added.skipped, { name, reason: escapeLine(describeReason(result.reason, locale), REASON) });
  }
  const { source, outcome, namesake, picturePages } = result;
  const title = escapeLine(source.title, NAME) || untitled;
  const facts = describeSource(source, locale, { withFormat: true, withRule: true });
  const link = linkTo(citation.link, source.url, 200);
  const small = `-# ${[facts, link].filter(Boolean).join(" · ")}`;
  if (outcome === "duplicate") return `${fill(added.duplicate, { title: `**${title}**` })}\n${small}`;
  const head = fill(outcome === "corrected" ? added.corrected : added.one, { title });
  const names = { other: escapeLine(namesake ?? "", NAME), document: escapeLine(source.document, NAME) };
  return [
    isOne ? `### ${head}` : `**${title}**`,
    small,
    ...(outcome === "replaced" ? [`-# ${added.replaced}`] : []),
    ...(namesake === null ? [] : [`-# ${fill(added.namesake, names)}`]),
    ...(picturePages === undefined ? [] : [describePictures(picturePages, locale)]),
  ].join("\n");
}

function describePictures({ labels, count }: PicturePages, locale: Language): string {
  const { picturePages } = textsOf(locale).corpus.added;
  return countThings(picturePages, count, { labels: escapeLine(labels, REASON) });
}

/** Why, as the end of a sentence. */
function describeReason(reason: SkipReason, locale: Language): string {
  const { corpus } = textsOf(locale);
  switch (reason.kind) {
    case "file":
      return `${describeFileProblem(reason.problem, locale)}.`;
    case "web": {
      const { text, hint } = describeWebError(reason.error, locale);
      return `${text} ${hint}`;
    }
    case "refused": {
      const { text, hint } = describeForDiscord(reason.error, locale);
      return `${text} ${hint}`;
    }
    case "download":
      return corpus.download[reason.fault];
    case "failed":
      return corpus.failed;
  }
}
