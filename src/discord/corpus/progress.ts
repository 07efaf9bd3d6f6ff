import type { Clock } from "../../clock.ts";
import type { ReplyPayload } from "../../reply/payload.ts";
import { DISCORD_LIMITS } from "../limits.ts";

/** Milliseconds between two edits: Discord allows five in five seconds, and nobody reads faster. */
const INTERVAL = 1_500;
/** Milliseconds after which nothing is told any more: a minute before the interaction's token ends, for the last word. */
const PATIENCE = DISCORD_LIMITS.interaction.token - 60_000;

/** A reply that is edited while work goes on. */
export interface Progress {
  /** Shows how far it is: at once, or after a while, the newest only. */
  show(payload: ReplyPayload): void;
  /** Shows nothing any more. Resolves when an edit under way has arrived, so that the reply itself comes last. */
  end(): Promise<void>;
}

/**
 * Progress of one interaction, from now on.
 *
 * @param edit edits the reply; what fails is its own matter
 * @param lastWord shown when the time is over in which Discord takes edits
 */
export function openProgress(
  edit: (payload: ReplyPayload) => Promise<unknown>,
  lastWord: ReplyPayload,
  clock: Clock,
): Progress {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: ReplyPayload | null = null;
  let shown = "";
  let isResting = false;
  let isOver = false;
  let callOffRest = (): void => {};

  function send(): void {
    if (next === null || isResting) return;
    const payload = next;
    next = null;
    isResting = true;
    underWay = underWay.then(() => edit(payload)).catch(() => {});
    callOffRest = clock.after(INTERVAL, () => {
      isResting = false;
      void underWay.then(send);
    });
  }
  function finish(): void {
    isOver = true;
    next = null;
    callOffRest();
    callOffPatience();
  }
  const callOffPatience = clock.after(PATIENCE, () => {
    finish();
    underWay = underWay.then(() => edit(lastWord)).catch(() => {});
  });
  return {
    show(payload) {
      const content = JSON.stringify(payload);
      if (isOver || content === shown) return;
      shown = content;
      next = payload;
      send();
    },
    async end() {
      if (!isOver) finish();
      await underWay;
    },
  };
}
