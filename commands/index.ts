import type { Command } from "../src/discord/command.ts";
import addToCorpus from "./add-to-corpus.ts";
import ask from "./ask.ts";
import corpus from "./corpus.ts";
import findSources from "./find-sources.ts";
import help from "./help.ts";
import quote from "./quote.ts";
import search from "./search.ts";
import settings from "./settings.ts";
import sources from "./sources.ts";
import status from "./status.ts";

/** Every command of the bot. */
export const commands: readonly Command[] = [
  ask,
  search,
  quote,
  sources,
  help,
  status,
  corpus,
  settings,
  findSources,
  addToCorpus,
];
