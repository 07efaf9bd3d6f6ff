/**
 * Adds, removes and indexes as it is told to, and says what it has done, until it is killed. Its model is a fake, so
 * that the moments to be killed at are those of writing.
 */
import { claimDataFolder } from "../../index/store/data-folder.ts";
import { assembleFakeModelEngine } from "./fake-model-engine.ts";

/** One piece of work. */
export type ChurnStep =
  | { readonly do: "sync" }
  | {
      readonly do: "add";
      readonly scope: string;
      readonly name: string;
      readonly text: string;
      readonly title: string;
    }
  | { readonly do: "remove" | "restore"; readonly scope: string; readonly name: string };

/** What the test says to this process, once. */
export interface ChurnOrder {
  readonly corpusFolder: string;
  readonly dataFolder: string;
  readonly steps: readonly ChurnStep[];
}

/** What this process says: ready, so many steps done, or what went wrong. */
export type ChurnSign = "ready" | { readonly done: number } | { readonly error: string };

const say = (sign: ChurnSign): void => void process.send?.(sign);

process.on("disconnect", () => process.exit());
process.once("message", async ({ corpusFolder, dataFolder, steps }: ChurnOrder) => {
  try {
    claimDataFolder(dataFolder);
    const engine = await assembleFakeModelEngine({ corpusFolder, dataFolder });
    for (const [position, step] of steps.entries()) {
      if (step.do === "sync") await engine.sync();
      else if (step.do === "add") {
        const bytes = new TextEncoder().encode(step.text);
        await engine.addDocument(step.scope, {
          name: step.name,
          bytes,
          facts: { title: step.title },
          addedBy: "test",
        });
      } else {
        const work = step.do === "remove" ? engine.removeDocument : engine.restoreDocument;
        // What a kill prevented cannot be undone: the test knows from the library what there is.
        await work(step.scope, step.name).catch(() => {});
      }
      say({ done: position + 1 });
    }
  } catch (error) {
    say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
say("ready");
