import { once } from "node:events";
import { watch } from "chokidar";
import type { Clock } from "./clock.ts";

/** What is to happen when a folder changes. */
export interface WatchSettings {
  readonly clock: Clock;
  /** Milliseconds without a change after which changes are told: an editor writes a file in several steps. */
  readonly calm: number;
  /** One at a time: what changes meanwhile is told after it. */
  readonly onChange: () => Promise<void>;
  /** What went wrong with watching, or in `onChange`; watching goes on. */
  readonly onError: (error: unknown) => void;
}

/** A folder that is being watched. */
export interface FolderWatch {
  /** Ends the watch; resolves when the last `onChange` has ended. */
  close(): Promise<void>;
}

/** Watches a folder and its subfolders. Resolves when no change will be missed any more. */
export async function watchFolder(
  folder: string,
  { clock, calm, onChange, onError }: WatchSettings,
): Promise<FolderWatch> {
  let callOff = (): void => {};
  let running: Promise<void> | null = null;
  let isWaiting = false;
  let isClosed = false;
  const run = (): void => {
    if (isClosed) return;
    if (running) {
      isWaiting = true;
      return;
    }
    running = onChange()
      .catch(onError)
      .finally(() => {
        running = null;
        if (isWaiting) run();
        isWaiting = false;
      });
  };
  const notice = (): void => {
    callOff();
    callOff = clock.after(calm, run);
  };
  const watcher = watch(folder, { ignoreInitial: true });
  watcher.on("error", onError);
  watcher.on("all", notice);
  await once(watcher, "ready");
  return {
    async close() {
      isClosed = true;
      callOff();
      await watcher.close();
      await running;
    },
  };
}
