import type { Command } from "commander";
import { type Facts, SHARED_SCOPE } from "../../index/index.ts";
import { toAddition } from "../web/to-addition.ts";
import type { AddCommand } from "./command-context.ts";
import { toJsonLine } from "./json.ts";
import { type GlobalOptions, requireDate } from "./options.ts";
import { renderAddition } from "./render-addition.ts";

type AddOptions = GlobalOptions & { readonly title?: string; readonly date?: string };

/** `accord add <url>`: fetches a page or a file from the web and adds it to the documents of everybody. */
export const addAddCommand: AddCommand = (program, { terminal, withEngine, fetchPage }) => {
  const { texts, style, language } = terminal;
  program
    .command("add")
    .description(texts.commands.add)
    .argument("<url>", texts.arguments.url)
    .option("--title <title>", texts.options.title)
    .option("--date <date>", texts.options.date, requireDate(texts))
    .action(async (url: string, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<AddOptions>();
      const snapshot = await fetchPage(url);
      await withEngine(options, async (engine) => {
        const report = await engine.addDocument(SHARED_SCOPE, {
          ...toAddition(snapshot),
          facts: givenFacts(options),
          addedBy: "command line",
        });
        const { picturePages } = report.source ? await engine.source(report.document) : {};
        const said = { ...report, ...(picturePages ? { picturePages } : {}) };
        await terminal.write(
          options.json ? toJsonLine(said) : renderAddition(said, { style, texts, language }),
        );
        return report.outcome === "unreadable" ? 1 : 0;
      });
    });
};

function givenFacts({ title, date }: AddOptions): Facts {
  return { ...(title === undefined ? {} : { title }), ...(date === undefined ? {} : { date }) };
}
