import type { Engine, SyncReport } from "../../index/index.ts";
import { didAnything, renderSync } from "./render-report.ts";
import { renderSkipped } from "./render-skipped.ts";
import type { Terminal } from "./terminal.ts";

/** Syncs with a progress bar, and names on stderr each file that is skipped now and was not skipped for this before. */
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
    return report;
  } finally {
    interruption.removeEventListener("abort", say);
  }
}

/** Syncs before another job: says on stderr what changed, or that there is nothing to ask, else nothing. */
export async function bringUpToDate(engine: Engine, terminal: Terminal): Promise<void> {
  const { texts } = terminal;
  const report = await syncVisibly(engine, terminal);
  if (didAnything(report)) terminal.warn(renderSync(report, texts));
  const found = report.added + report.changed + report.unchanged + report.skipped.length;
  if (found === 0) terminal.warn(texts.corpusEmpty);
}
