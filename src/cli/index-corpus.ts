import type { Command } from "commander";
import type { AddCommand } from "./command-context.ts";
import { syncVisibly } from "./indexing.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { renderSync } from "./render-report.ts";

/** `accord index`: makes the index match the corpus folder. */
export const addIndexCommand: AddCommand = (program, { terminal, withEngine }) => {
  const { texts } = terminal;
  program
    .command("index")
    .description(texts.commands.index)
    .option("--rebuild", texts.options.rebuild)
    .action((_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions & { readonly rebuild?: boolean }>();
      return withEngine(options, async (engine) => {
        const report = await syncVisibly(engine, terminal);
        await terminal.write(options.json ? toJsonLine(report) : `${renderSync(report, texts)}\n`);
        return 0;
      });
    });
};
