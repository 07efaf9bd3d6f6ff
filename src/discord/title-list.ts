import { type Engine, foldText, type Scope, SHARED_SCOPE, type Source } from "../../index/index.ts";
import { floorToCharacter, plainLine } from "../reply/escape.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import type { View } from "./view.ts";

/** Documents as choices of an autocomplete. */
export interface TitleList {
  /** Reads the documents anew, of these servers too; after a sync or a change. */
  refresh(guildIds?: readonly string[]): Promise<void>;
  /**
   * Choices whose title or path holds what was typed, case and diacritics aside, at most as many as Discord shows: first
   * titles that begin with it, then those with a word that does, then the others. Only what `view` lets be seen.
   */
  match(
    typed: string,
    view: Pick<View, "scopes" | "documents">,
  ): readonly { readonly name: string; readonly value: string }[];
}

/** A document as it is looked for: folded. */
interface Folded {
  readonly title: string;
  readonly path: string;
}

/** A document as it is offered, too. */
interface Entry extends Folded {
  readonly scope: Scope;
  readonly document: string;
  readonly source: Source;
  /** Its title, as it is shown where no other document has it. */
  readonly name: string;
}

const { choices: MOST, choiceName: NAME, choiceValue: VALUE } = DISCORD_LIMITS.autocomplete;
/** Ranks of a match, best first; the last one is a match in the path alone. */
const RANKS = 4;

/**
 * Keeps the titles of the documents in memory, folded: autocomplete cannot be deferred, and must not wait for the
 * engine. A choice's value names its document to the engine (`Filter.document`): the path, or where that is too long for
 * Discord a part of path or title that no other document has. Where the shared documents and the server's have the same
 * path, the engine takes it for the shared one: the server's is named by its title, or not offered where another has that
 * too. Other servers' documents have no say in how one is called.
 */
export function createTitleList(engine: Pick<Engine, "sources">): TitleList {
  let entries: readonly Entry[] = [];
  return {
    async refresh(guildIds = []) {
      entries = toEntries(await engine.sources({ scopes: [SHARED_SCOPE, ...guildIds] }));
    },
    match(typed, { scopes, documents }) {
      const wanted = foldText(typed).trim();
      const found: Entry[][] = Array.from({ length: RANKS }, () => []);
      const visible = entries.filter(
        ({ scope, document }) => scopes.includes(scope) && (documents?.includes(document) ?? true),
      );
      for (const entry of visible) found[rank(entry, wanted)]?.push(entry);
      const offered = found.flat().slice(0, MOST);
      const names = countNames(offered, visible);
      return offered.flatMap((entry) => {
        const name = names.get(entry.name) === 1 ? entry.name : tellApart(entry.source);
        const value = nameToEngine(entry, visible);
        return value === null ? [] : [{ name, value }];
      });
    },
  };
}

/** A position in `RANKS`, or one that does not exist where nothing matches. */
function rank({ title, path }: Folded, wanted: string): number {
  const at = title.indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return title.includes(` ${wanted}`) ? 1 : 2;
  return path.includes(wanted) ? RANKS - 1 : RANKS;
}

function toEntries(sources: readonly Source[]): Entry[] {
  return sources.map((source) => {
    const { scope, document, title } = source;
    const name = plainLine(title, NAME) || plainLine(document, NAME);
    return { title: foldText(title), path: foldText(document), scope, document, source, name };
  });
}

/** How many of the visible documents have each of the names that are offered. */
function countNames(offered: readonly Entry[], visible: readonly Entry[]): ReadonlyMap<string, number> {
  const counts = new Map(offered.map(({ name }) => [name, 0]));
  for (const { name } of visible) {
    const count = counts.get(name);
    if (count !== undefined) counts.set(name, count + 1);
  }
  return counts;
}

/** A name for one of several documents with the same title. */
function tellApart({ title, document }: Source): string {
  const path = plainLine(document, NAME / 2);
  const room = NAME - path.length - 3;
  return `${plainLine(title, room) || "–"} · ${path}`;
}

/** What the engine finds the document by among the visible ones; `null` where it would find another. */
function nameToEngine({ source }: Entry, visible: readonly Entry[]): string | null {
  const { title, document } = source;
  const isFound = visible.find((other) => other.document === document)?.source === source;
  if (isFound && document.length <= VALUE) return document;
  const start = document.slice(0, floorToCharacter(document, VALUE));
  const parts = [
    start,
    document.slice(-VALUE).replace(/^[\uDC00-\uDFFF]/, ""),
    title.slice(0, floorToCharacter(title, VALUE)),
  ];
  const isOnly = (part: string): boolean => {
    const wanted = foldText(part).trim();
    const holding = visible.filter(({ path, title }) => `${path}\n${title}`.includes(wanted));
    return wanted !== "" && holding.length === 1;
  };
  return parts.find(isOnly) ?? (isFound ? start : null);
}
