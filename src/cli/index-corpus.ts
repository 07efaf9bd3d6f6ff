import type { Command } from "commander";
import type { Engine, SyncReport } from "../../index/index.ts";
import { systemClock } from "../clock.ts";
import { countThings } from "../count-things.ts";
import { watchFolder } from "../watch-folder.ts";
import type { AddCommand, CommandContext } from "./command-context.ts";
import { syncVisibly } from "./indexing.ts";
import { toErrorRecord, toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { didAnything, renderSync } from "./render-report.ts";
import { fill } from "./texts.ts";

/** Milliseconds of calm after a change before the folder is read again, and between looks whether it is still there. */
const [CALM, LOOK] = [500, 1_000];

type IndexOptions = GlobalOptions & { readonly rebuild?: boolean; readonly watch?: boolean };

/** `accord index`: makes the index match the corpus folder, with `--watch` again at every change until Ctrl-C. */
export const addIndexCommand: AddCommand = (program, context) => {
  const { texts } = context.terminal;
  program
    .command("index")
    .description(texts.commands.index)
    .option("--rebuild", texts.options.rebuild)
    .option("--watch", texts.options.watch)
    .action((_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<IndexOptions>();
      return context.withEngine(options, async (engine) => {
        const report = await syncVisibly(engine, context.terminal);
        await tell(report, options, context);
        const known = report.skipped.filter(({ isKnown }) => isKnown === true).length;
        if (known > 0) context.terminal.warn(countThings(texts.stillSkipped, known));
        return options.watch === true ? watchOn(engine, options, context) : 0;
      });
    });
};

function tell(report: SyncReport, { json }: IndexOptions, { terminal }: CommandContext): Promise<void> {
  return terminal.write(json ? toJsonLine(report) : `${renderSync(report, terminal.texts)}\n`);
}

/** Never ends by itself: Ctrl-C does. A sync that fails is told, and the next change tries again. */
async function watchOn(engine: Engine, options: IndexOptions, context: CommandContext): Promise<number> {
  const { terminal } = context;
  const { corpusFolder: folder, dataFolder: data } = context.readFolders(options);
  const { texts } = terminal;
  const onError = (error: unknown): void => {
    terminal.progress.hide();
    const { message, hint } = toErrorRecord(error, terminal.language);
    terminal.warn(`${message} ${hint}`);
  };
  const read = async (): Promise<void> => {
    const report = await syncVisibly(engine, terminal);
    if (didAnything(report)) await tell(report, options, context);
  };
  await watchFolder(folder, {
    clock: systemClock,
    calm: CALM,
    interval: LOOK,
    onChange: read,
    onGone: () => terminal.warn(fill(texts.watchedGone, { folder })),
    onBack: () => terminal.warn(fill(texts.watchedBack, { folder })),
    onError,
  });
  // What changed before the watch began.
  await read().catch(onError);
  terminal.warn(fill(texts.watching, { folder, data }));
  return new Promise<number>(() => {});
}
