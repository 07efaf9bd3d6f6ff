import { describeFileProblem, type Engine, type SyncReport } from "../../index/index.ts";
import { didAnything, renderSync } from "./render-report.ts";
import type { Terminal } from "./terminal.ts";
import { fill } from "./texts.ts";

/** Syncs with a progress bar, and names each skipped file on stderr. */
export async function syncVisibly(engine: Engine, terminal: Terminal): Promise<SyncReport> {
  const { texts, progress } = terminal;
  const report = await engine.sync(({ done, total, document, part = 0 }) =>
    progress.show(texts.indexing, { done: done + part, total, name: document, unit: texts.documentRate }),
  );
  progress.hide();
  for (const { document, problem } of report.skipped) {
    const reason = describeFileProblem(problem, terminal.language);
    terminal.warn(fill(texts.skipped, { document, reason }));
  }
  return report;
}

/** Syncs before another job: says on stderr what changed, or that there is nothing to ask, else nothing. */
export async function bringUpToDate(engine: Engine, terminal: Terminal): Promise<void> {
  const { texts } = terminal;
  const report = await syncVisibly(engine, terminal);
  if (didAnything(report)) terminal.warn(renderSync(report, texts));
  const found = report.added + report.changed + report.unchanged + report.skipped.length;
  if (found === 0) terminal.warn(texts.corpusEmpty);
}
