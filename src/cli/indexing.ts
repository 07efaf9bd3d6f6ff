import { describeError, type Engine, type SyncReport, UserError } from "../../index/index.ts";
import { didAnything, renderSync } from "./render-report.ts";
import { renderSkipped } from "./render-skipped.ts";
import { describePicturePages } from "./render-sources.ts";
import type { Terminal } from "./terminal.ts";
import { fill } from "./texts.ts";

/**
 * Syncs with a progress bar, and names on stderr each file that is skipped now and was not skipped for this before,
 * and each that is read and has pages without text, or a front matter that cannot be read.
 */
export async function syncVisibly(engine: Engine, terminal: Terminal): Promise<SyncReport> {
  const { texts, progress, interruption, language } = terminal;
  const say = (): void => terminal.warn(texts.interrupted);
  interruption.addEventListener("abort", say, { once: true });
  try {
    const report = await engine.sync(({ done, total, document, part = 0 }) => {
      if (total > 0)
        progress.show(texts.indexing, { done: done + part, total, name: document, unit: texts.documentRate });
    });
    progress.hide();
    const news = report.skipped.filter(({ isKnown }) => isKnown !== true);
    for (const line of renderSkipped(news, language, texts)) terminal.warn(line);
    for (const { document, ...pages } of report.pictured ?? [])
      terminal.warn(`${document}: ${describePicturePages(pages, texts)}`);
    for (const { document, facts } of report.misread ?? [])
      terminal.warn(
        fill(texts.misread[facts.length === 0 ? "all" : "some"], { document, facts: facts.join(", ") }),
      );
    return report;
  } finally {
    interruption.removeEventListener("abort", say);
  }
}

/**
 * Syncs before another job: says on stderr what changed, or that there is nothing to ask, else nothing. Where the list of
 * what was added is damaged, that is said, and what is indexed can be asked as it is.
 */
export async function bringUpToDate(engine: Engine, terminal: Terminal): Promise<void> {
  const { texts, language } = terminal;
  let report: SyncReport;
  try {
    report = await syncVisibly(engine, terminal);
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "library-damaged") throw error;
    const { text, hint } = describeError(error, language);
    terminal.warn(`${text} ${hint}`);
    return;
  }
  if (didAnything(report)) terminal.warn(renderSync(report, texts));
  const found = report.added + report.changed + report.unchanged + report.skipped.length;
  if (found === 0) terminal.warn(texts.corpusEmpty);
}
