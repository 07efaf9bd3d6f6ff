/**
 * Indexes a folder when it is told to, says how far it has come, and waits to be killed. Everything is imported before
 * it says that it is ready, and its model is a fake, so that the moments to be killed at are those of writing.
 */
import { claimDataFolder } from "../../index/store/data-folder.ts";
import { assembleFakeModelEngine } from "./fake-model-engine.ts";

/** What the test says to this process, once. */
export interface CrashOrder {
  readonly corpusFolder: string;
  readonly dataFolder: string;
}

/** What this process says; `done` documents are in the store. */
export type CrashSign =
  | "ready"
  | "opened"
  | { readonly done: number }
  | "indexed"
  | "finished"
  | { readonly error: string };

const say = (sign: CrashSign): void => void process.send?.(sign);

process.on("disconnect", () => process.exit());
process.once("message", async (order: CrashOrder) => {
  try {
    claimDataFolder(order.dataFolder);
    const engine = await assembleFakeModelEngine(order);
    say("opened");
    await engine.sync(({ done, total }) => say(done === total ? "indexed" : { done }));
    say("finished");
  } catch (error) {
    say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
say("ready");
