import { describe, expect, it } from "vitest";
import { openProgress } from "../../../../src/discord/corpus/progress.ts";
import { renderAdditionProgress } from "../../../../src/reply/addition-progress.ts";
import type { ReplyPayload } from "../../../../src/reply/payload.ts";
import { createManualClock, settle } from "../../fixtures/manual-clock.ts";

const at = (done: number): ReplyPayload =>
  renderAdditionProgress(
    { name: "a.pdf", number: 1, count: 1 },
    { step: "downloading", done, total: 9e6 },
    "en",
  );
const LAST = renderAdditionProgress({ name: "later", number: 1, count: 1 }, { step: "waiting" }, "en");

function open(edit?: (payload: ReplyPayload) => Promise<unknown>) {
  const clock = createManualClock();
  const shown: ReplyPayload[] = [];
  const progress = openProgress(
    async (payload) => {
      shown.push(payload);
      await edit?.(payload);
    },
    LAST,
    clock,
  );
  return { clock, shown, progress };
}

describe("progress", () => {
  it("is shown at once, then the newest every second and a half", async () => {
    const { clock, shown, progress } = open();
    for (const done of [1e6, 2e6, 3e6]) progress.show(at(done));
    await settle();
    expect(shown).toEqual([at(1e6)]);
    await clock.advance(1_499);
    expect(shown).toHaveLength(1);
    await clock.advance(1);
    expect(shown).toEqual([at(1e6), at(3e6)]);
    await clock.advance(10_000);
    expect(shown).toHaveLength(2);
    progress.show(at(4e6));
    await settle();
    expect(shown.at(-1)).toEqual(at(4e6));
    await progress.end();
    expect(clock.pending()).toEqual([]);
  });

  it("that has not changed is not shown again", async () => {
    const { clock, shown, progress } = open();
    progress.show(at(1));
    await clock.advance(2_000);
    progress.show(at(1));
    await clock.advance(2_000);
    expect(shown).toHaveLength(1);
    await progress.end();
  });

  it("ends after the edit that is under way, and without the one that waits", async () => {
    let arrive = (): void => {};
    const { clock, shown, progress } = open(
      () =>
        new Promise<void>((resolve) => {
          arrive = resolve;
        }),
    );
    progress.show(at(1e6));
    progress.show(at(2e6));
    await settle();
    let isOver = false;
    const ended = progress.end().then(() => {
      isOver = true;
    });
    await settle();
    expect(isOver).toBe(false);
    arrive();
    await ended;
    progress.show(at(3e6));
    await clock.advance(60_000);
    expect(shown).toEqual([at(1e6)]);
  });

  it("does not mind an edit that Discord refuses", async () => {
    const { clock, shown, progress } = open(() => Promise.reject(new Error("10008")));
    progress.show(at(1e6));
    await clock.advance(2_000);
    progress.show(at(2e6));
    await clock.advance(2_000);
    expect(shown).toHaveLength(2);
    await progress.end();
  });

  it("says that it goes on before Discord takes no more edits, and then nothing", async () => {
    const { clock, shown, progress } = open();
    progress.show(at(1e6));
    await clock.advance(14 * 60_000);
    progress.show(at(2e6));
    await clock.advance(60_000);
    expect(shown).toEqual([at(1e6), LAST]);
    await progress.end();
    expect(clock.pending()).toEqual([]);
  });
});
