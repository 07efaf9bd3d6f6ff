import type { Command } from "commander";
import { type Engine, SHARED_SCOPE, UserError } from "../../index/index.ts";
import type { AddCommand } from "./command-context.ts";
import { bringUpToDate } from "./indexing.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { type ListedSource, renderSourceDetails, renderSources } from "./render-sources.ts";
import { neutralise } from "./render-text.ts";

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

type SourcesOptions = GlobalOptions & { readonly text?: boolean };

/** The whole text of a document, as every offset counts in it. */
async function readText(engine: Engine, name: string): Promise<{ document: string; text: string }> {
  const { document, length } = await engine.source(name);
  const place = await engine.readPlace(document, { start: 0, end: length }, 0);
  return { document, text: place?.text ?? "" };
}

/**
 * `accord sources [document]`: every document, or one with its sections; with `--text` what was read of it, in which one
 * code unit stands for one also where it is shown to people.
 */
export const addSourcesCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style } = terminal;
  program
    .command("sources")
    .description(texts.commands.sources)
    .argument("[document]", texts.arguments.document)
    .option("--text", texts.options.text)
    .action((name: string | undefined, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<SourcesOptions>();
      const isText = options.text === true;
      if (isText && name === undefined) self.error(texts.usage.documentMissing, { code: "accord.usage" });
      return withEngine(options, async (engine) => {
        await bringUpToDate(engine, terminal);
        if (name === undefined) {
          const sources = await listWithRetrieval(engine);
          await terminal.write(options.json ? toJsonLine({ sources }) : renderSources(sources, style, texts));
        } else if (isText) {
          const whole = await readText(engine, name);
          await terminal.write(options.json ? toJsonLine(whole) : `${neutralise(whole.text)}\n`);
        } else {
          const source = await engine.source(name);
          await terminal.write(options.json ? toJsonLine(source) : renderSourceDetails(source, style, texts));
        }
        return 0;
      });
    });
};
