import type { Command } from "commander";
import { type Engine, SHARED_SCOPE, UserError } from "../../index/index.ts";
import type { AddCommand } from "./command-context.ts";
import { bringUpToDate } from "./indexing.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { type ListedSource, renderSourceDetails, renderSources } from "./render-sources.ts";

/** Every document, and when it was fetched from the web if it was; a damaged library keeps nobody from the rest. */
async function listWithRetrieval(engine: Engine): Promise<ListedSource[]> {
  const library = await engine.library(SHARED_SCOPE).catch((error: unknown) => {
    if (error instanceof UserError && error.code === "library-damaged") return [];
    throw error;
  });
  const retrieved = new Map(
    library.flatMap(({ document, source, retrievedAt }) =>
      source === null || retrievedAt === null ? [] : [[document, retrievedAt] as const],
    ),
  );
  return (await engine.sources()).map((source) => {
    const retrievedAt = retrieved.get(source.document);
    return retrievedAt === undefined ? source : { ...source, retrievedAt };
  });
}

/** `accord sources [document]`: every document, or one with its sections. */
export const addSourcesCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style } = terminal;
  program
    .command("sources")
    .description(texts.commands.sources)
    .argument("[document]", texts.arguments.document)
    .action((name: string | undefined, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      return withEngine(options, async (engine) => {
        await bringUpToDate(engine, terminal);
        if (name === undefined) {
          const sources = await listWithRetrieval(engine);
          await terminal.write(options.json ? toJsonLine({ sources }) : renderSources(sources, style, texts));
        } else {
          const source = await engine.source(name);
          await terminal.write(options.json ? toJsonLine(source) : renderSourceDetails(source, style, texts));
        }
        return 0;
      });
    });
};
