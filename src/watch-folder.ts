import { once } from "node:events";
import { stat } from "node:fs/promises";
import { type FSWatcher, watch } from "chokidar";
import type { Clock } from "./clock.ts";

/** What is to happen when a folder changes. */
export interface WatchSettings {
  readonly clock: Clock;
  /** Milliseconds without a change after which changes are told: an editor writes a file in several steps. */
  readonly calm: number;
  /** Milliseconds between two looks whether the folder is still there, and still the same: no event tells all of that. */
  readonly interval: number;
  /** One at a time: what changes meanwhile is told after it. */
  readonly onChange: () => Promise<void>;
  /** The folder is gone. It is waited for: `onBack`, then `onChange`. */
  readonly onGone: () => void;
  readonly onBack: () => void;
  /** What went wrong with watching, or in `onChange`; watching goes on. */
  readonly onError: (error: unknown) => void;
}

/** A folder that is being watched. */
export interface FolderWatch {
  /** Ends the watch; resolves when the last `onChange` has ended. */
  close(): Promise<void>;
}

/**
 * Watches a folder and its subfolders, and goes on when the folder is taken away and put back, or replaced by another.
 * Resolves when no change will be missed any more. Until it is closed it keeps the process alive.
 */
export async function watchFolder(folder: string, settings: WatchSettings): Promise<FolderWatch> {
  const { clock, calm, interval, onChange, onGone, onBack, onError } = settings;
  let callOff = (): void => {};
  let callOffLook = (): void => {};
  let running: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let isWaiting = false;
  let isClosed = false;
  let watched: { readonly identity: string; readonly watcher: FSWatcher | null } | null = null;

  const run = (): void => {
    if (isClosed) return;
    if (running) {
      isWaiting = true;
      return;
    }
    running = look()
      .then(() => {
        if (isClosed || !watched?.watcher) return;
        // What was noticed until now is about to be seen.
        callOff();
        return onChange();
      })
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
  /** A watch follows the folder that it was opened on, wherever that goes: another in its place needs another. */
  const lookOnce = async (): Promise<void> => {
    const identity = await identify(folder);
    if (isClosed || identity === watched?.identity) return;
    const before = watched;
    watched = { identity, watcher: null };
    await before?.watcher?.close();
    if (identity === "") {
      onGone();
      return;
    }
    watched = { identity, watcher: await openWatcher(folder, notice, onError) };
    if (before?.identity === "") onBack();
    if (before !== null) notice();
  };
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const keepLooking = (): void => {
    if (isClosed) return;
    callOffLook = clock.after(interval, () => void look().catch(onError).then(keepLooking));
  };

  await look();
  keepLooking();
  return {
    async close() {
      isClosed = true;
      callOff();
      callOffLook();
      await looking?.catch(onError);
      await watched?.watcher?.close();
      await running;
    },
  };
}

async function openWatcher(
  folder: string,
  notice: () => void,
  onError: (error: unknown) => void,
): Promise<FSWatcher> {
  const watcher = watch(folder, { ignoreInitial: true });
  watcher.on("error", onError);
  watcher.on("all", notice);
  await once(watcher, "ready");
  return watcher;
}

/** Which folder it is that stands there; empty where there is none. */
async function identify(folder: string): Promise<string> {
  const stats = await stat(folder, { bigint: true }).catch(() => null);
  return stats?.isDirectory() ? `${stats.dev} ${stats.ino}` : "";
}
