import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UserError } from "../../index/index.ts";
import type { Log } from "../log.ts";
import { openQuestionStore, type QuestionStore } from "./question-store.ts";

/**
 * Opens the question store in `file`. A damaged file is put aside, for whoever may read it yet, and a new one begun; what
 * was put aside is deleted when questions of that day are forgotten.
 *
 * @param now milliseconds since 1970
 * @throws UserError as `openQuestionStore` does, but for `data-damaged`
 */
export function openQuestions(file: string, log: Log, now: () => number): QuestionStore {
  const store = openAnyway(file, log, now);
  return {
    ...store,
    forgetOlderThan(date) {
      deletePutAside(file, date);
      return store.forgetOlderThan(date);
    },
  };
}

function openAnyway(file: string, log: Log, now: () => number): QuestionStore {
  const open = (): QuestionStore => openQuestionStore(file, () => new Date(now()));
  try {
    return open();
  } catch (error) {
    if (!(error instanceof UserError && error.code === "data-damaged")) throw error;
    const aside = `${file}.damaged-${now()}`;
    for (const ending of ["", "-wal", "-shm"])
      if (existsSync(file + ending)) renameSync(file + ending, aside + ending);
    log.error({ err: error, aside }, "the store of questions and feedback is damaged and was put aside");
    return open();
  }
}

/** Deletes what was put aside before that moment. */
function deletePutAside(file: string, date: Date): void {
  const folder = dirname(file);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(file))) continue;
    const time = /^\.damaged-(\d+)(?:-wal|-shm)?$/.exec(name.slice(basename(file).length))?.[1];
    if (time !== undefined && Number(time) < date.getTime()) rmSync(join(folder, name));
  }
}
