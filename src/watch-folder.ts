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
 * Resolves when no change will be missed any more. Until it is closed it keeps the process alive. Rejects where the folder
 * cannot be watched now; where that happens later, it is told, and tried again at every look.
 */
export async function watchFolder(folder: string, settings: WatchSettings): Promise<FolderWatch> {
  const { clock, calm, interval, onChange, onGone, onBack, onError } = settings;
  let callOff = (): void => {};
  let callOffLook = (): void => {};
  let running: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let isWaiting = false;
  let isClosed = false;
  /** `identity` is null where a folder is there that could not be watched. */
  let watched: { readonly identity: string | null; readonly watcher: FSWatcher | null } | null = null;
  let lastFailure = "";

  /** What keeps the folder from being watched is told once, however often it is tried. */
  const tellOnce = (error: unknown): void => {
    if (String(error) === lastFailure) return;
    lastFailure = String(error);
    onError(error);
  };
  const run = (): void => {
    if (isClosed) return;
    if (running) {
      isWaiting = true;
      return;
    }
    running = lookAgain()
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
    try {
      watched = { identity, watcher: await openWatcher(folder, notice, tellOnce) };
    } catch (error) {
      // The next look tries again.
      watched = { identity: before?.identity === "" ? "" : null, watcher: null };
      throw error;
    }
    lastFailure = "";
    if (before?.identity === "") onBack();
    if (before !== null) notice();
  };
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const lookAgain = (): Promise<void> => look().catch(tellOnce);
  const keepLooking = (): void => {
    if (isClosed) return;
    callOffLook = clock.after(interval, () => void lookAgain().then(keepLooking));
  };

  await look();
  keepLooking();
  return {
    async close() {
      isClosed = true;
      callOff();
      callOffLook();
      // Who began it tells what goes wrong with it.
      await looking?.catch(() => {});
      await watched?.watcher?.close();
      await running;
    },
  };
}

/** Resolves when the whole folder is watched; rejects with what keeps it from that, and then watches nothing. */
async function openWatcher(
  folder: string,
  notice: () => void,
  onError: (error: unknown) => void,
): Promise<FSWatcher> {
  const watcher = watch(folder, { ignoreInitial: true, ignorePermissionErrors: true });
  watcher.on("all", notice);
  try {
    await once(watcher, "ready");
  } catch (error) {
    // It goes on finding fault until it is closed; an event without a listener would end the process.
    watcher.on("error", () => {});
    await watcher.close();
    throw error;
  }
  watcher.on("error", onError);
  return watcher;
}

/** Which folder it is that stands there; empty where there is none. */
async function identify(folder: string): Promise<string> {
  const stats = await stat(folder, { bigint: true }).catch(() => null);
  return stats?.isDirectory() ? `${stats.dev} ${stats.ino}` : "";
}
