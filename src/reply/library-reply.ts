import type { Language, LibraryDocument, Scope } from "../../index/index.ts";
import { documentKey } from "../discord/custom-id.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import { describeSource } from "./describe-source.ts";
import { escapeLine, linkTo, plainLine } from "./escape.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showChoices, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";
import { sayRange, turnPages } from "./turn-pages.ts";

/** Documents on one page. */
const LIBRARY_ON_PAGE = 6;

/** Removed documents that a menu can show. */
const RESTORABLE = DISCORD_LIMITS.component.selectOptions;

/**
 * One page of what was added to a server, newest first: with who added it and when, and a menu that puts back what was
 * removed, the latest first. Where it cannot show all, it says so.
 *
 * @param offset documents on the pages before, default 0
 */
export function renderLibraryReply(
  scope: Scope,
  library: readonly LibraryDocument[],
  locale: Language,
  offset = 0,
): ReplyPayload {
  const { corpus, untitled } = textsOf(locale);
  const there = library
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => b.addedAt.localeCompare(a.addedAt) || a.document.localeCompare(b.document));
  const removed = library
    .filter(({ removedAt }) => removedAt !== null)
    .sort((a, b) => (b.removedAt ?? "").localeCompare(a.removedAt ?? ""));
  const page = there.slice(offset, offset + LIBRARY_ON_PAGE);
  const count = there.length;
  const range = sayRange(page.length, offset, count, locale);
  const nothing = page.length > 0 ? "" : `\n${count === 0 ? corpus.list.none : corpus.list.noFurther}`;
  const head = `**${fill(corpus.list.title, { count })}**${range}${nothing}`;
  const beyond =
    removed.length > RESTORABLE
      ? [`-# ${fill(corpus.list.restoreLatest, { count: removed.length, shown: RESTORABLE })}`]
      : [];
  const choices = removed.map(({ document, title }) => ({
    label: plainLine(title, 100) || plainLine(document, 100),
    description: document,
    action: { action: "restore", document: documentKey({ scope, document }) } as const,
  }));
  const turn = (to: number) => ({ action: "library", offset: to }) as const;
  return assemblePayload(
    page.length === 0 ? ACCENTS.notFound : ACCENTS.neutral,
    [head, ...page.map((entry) => renderEntry(entry, locale)), ...beyond].map(showText),
    [
      ...showChoices(corpus.list.restore, choices, untitled),
      ...turnPages(turn, offset, LIBRARY_ON_PAGE, count, locale),
    ],
  );
}

function renderEntry(entry: LibraryDocument, locale: Language): string {
  const { source, url, addedBy, addedAt } = entry;
  const { corpus, untitled, citation } = textsOf(locale);
  const title = escapeLine(entry.title, 80) || untitled;
  const facts = source === null ? corpus.list.unread : describeSource(source, locale, { withFormat: true });
  const added = fill(addedBy === "" ? corpus.list.added : corpus.list.addedBy, {
    who: nameWho(addedBy),
    when: showMoment(addedAt),
  });
  const line = [added, linkTo(citation.link, url, 200)].filter((part) => part !== null).join(" · ");
  return `**${title}**\n-# ${facts}\n-# ${line}`;
}

/** A person of Discord as a mention, which pings nobody here; anything else as it is. */
function nameWho(addedBy: string): string {
  return /^\d{15,20}$/.test(addedBy) ? `<@${addedBy}>` : escapeLine(addedBy, 40);
}

/** A moment as Discord shows it to each reader, in their language and time zone (reference, "Timestamp Styles"). */
export function showMoment(iso: string, style: "d" | "f" = "d"): string {
  const seconds = Math.floor(Date.parse(iso) / 1_000);
  return Number.isFinite(seconds) ? `<t:${seconds}:${style}>` : "–";
}
