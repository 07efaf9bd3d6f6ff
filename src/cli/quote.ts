import type { Command } from "commander";
import type { Filter } from "../../index/index.ts";
import type { AddCommand } from "./command-context.ts";
import { bringUpToDate } from "./indexing.ts";
import { toJsonLine, toQuoteRecord } from "./json.ts";
import { addFilterOptions, type GlobalOptions, toFilter } from "./options.ts";
import { renderWording } from "./render-answer.ts";
import { warnOfUndated } from "./warn-of-undated.ts";

/** `accord quote <wording...>`: where the documents say these words. */
export const addQuoteCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style } = terminal;
  const command = program
    .command("quote")
    .description(texts.commands.quote)
    .argument("<wording...>", texts.arguments.wording);
  addFilterOptions(command, texts).action((words: string[], _options: unknown, self: Command) => {
    const options = self.optsWithGlobals<GlobalOptions & Filter>();
    const wording = words.join(" ");
    return withEngine(options, async (engine) => {
      await bringUpToDate(engine, terminal);
      const filter = toFilter(options);
      const result = await engine.quote(wording, filter);
      await warnOfUndated(engine, filter, terminal);
      await terminal.write(
        options.json
          ? toJsonLine({ wording, exact: result.exact, quotes: result.quotes.map(toQuoteRecord) })
          : renderWording(result, style, texts),
      );
      return 0;
    });
  });
};
