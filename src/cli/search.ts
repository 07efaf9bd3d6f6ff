import type { Command } from "commander";
import type { Filter } from "../../index/index.ts";
import type { AddCommand } from "./command-context.ts";
import { bringUpToDate } from "./indexing.ts";
import { toJsonLine, toQuoteRecord } from "./json.ts";
import { addFilterOptions, addLimitOption, type GlobalOptions, toFilter } from "./options.ts";
import { renderPassages } from "./render-answer.ts";
import { warnOfUndated } from "./warn-of-undated.ts";

type SearchOptions = GlobalOptions & Filter & { readonly limit?: number };

/** `accord search <query...>`: ranked passages. */
export const addSearchCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts, style } = terminal;
  const command = program
    .command("search")
    .description(texts.commands.search)
    .argument("<query...>", texts.arguments.query);
  addFilterOptions(addLimitOption(command, texts), texts).action(
    (words: string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<SearchOptions>();
      const query = words.join(" ");
      const { limit } = options;
      return withEngine(options, async (engine) => {
        await bringUpToDate(engine, terminal);
        const filter = toFilter(options);
        const passages = await engine.search(query, {
          ...filter,
          ...(limit === undefined ? {} : { limit }),
        });
        await warnOfUndated(engine, filter, terminal);
        await terminal.write(
          options.json
            ? toJsonLine({ query, passages: passages.map(toQuoteRecord) })
            : renderPassages(passages, style, texts),
        );
        return 0;
      });
    },
  );
};
