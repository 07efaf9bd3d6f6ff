import type { Command } from "commander";
import type { AddCommand } from "./command-context.ts";
import { bringUpToDate } from "./indexing.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { renderSourceDetails, renderSources } from "./render-sources.ts";

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
          const sources = await engine.sources();
          await terminal.write(options.json ? toJsonLine({ sources }) : renderSources(sources, style, texts));
        } else {
          const source = await engine.source(name);
          await terminal.write(options.json ? toJsonLine(source) : renderSourceDetails(source, style, texts));
        }
        return 0;
      });
    });
};
