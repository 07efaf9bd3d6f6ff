import type { Engine, Source } from "../../index/index.ts";
import { DISCORD_LIMITS } from "./limits.ts";

/** Documents as choices of an autocomplete. */
export interface TitleList {
  /** Reads the documents anew; after a sync. */
  refresh(): Promise<void>;
  /** Choices whose title or path holds what was typed, at most as many as Discord shows. */
  match(typed: string): { readonly name: string; readonly value: string }[];
}

/**
 * Keeps the titles of the shared documents in memory: autocomplete cannot be deferred, and must not wait for the engine.
 * A choice's value is the document's path, or its title where the path is too long for Discord.
 */
export function createTitleList(engine: Pick<Engine, "sources">): TitleList {
  let sources: readonly Source[] = [];
  const { choices, choiceName, choiceValue } = DISCORD_LIMITS.autocomplete;
  const fold = (text: string): string =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replace(/đ/g, "d");
  return {
    async refresh() {
      sources = await engine.sources();
    },
    match(typed) {
      const wanted = fold(typed.trim());
      return sources
        .filter(({ title, document }) => fold(`${title}\n${document}`).includes(wanted))
        .slice(0, choices)
        .map(({ title, document }) => ({
          name: cut(title, choiceName),
          value: document.length <= choiceValue ? document : cut(title, choiceValue),
        }));
    },
  };
}

/** At most `length` UTF-16 code units, without half a character at the end. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
