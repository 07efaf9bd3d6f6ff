import { SingleBar } from "cli-progress";
import type { TerminalStream } from "./output.ts";
import { neutraliseLine } from "./render-text.ts";

/** A progress bar that shows itself when there is progress. */
export interface Progress {
  /** `label` says what is going on, `name` with which file. */
  show(label: string, step: { readonly done: number; readonly total: number; readonly name: string }): void;
  /** Removes the bar; the next progress shows a new one. */
  hide(): void;
  /** Removes the bar for good. */
  end(): void;
}

/** A bar on the stream, or nothing at all where the stream is no terminal. */
export function createProgress(stream: TerminalStream): Progress {
  let bar: SingleBar | undefined;
  let shown = "";
  let ended = stream.isTTY !== true;
  const hide = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    hide,
    show(label, { done, total, name }) {
      if (ended) return;
      if (bar === undefined || shown !== label) {
        hide();
        shown = label;
        bar = new SingleBar({
          stream,
          format: `${label} {bar} {percentage}%  {name}`,
          barsize: 24,
          barCompleteChar: "█",
          barIncompleteChar: "░",
          hideCursor: true,
          clearOnComplete: true,
        });
        bar.start(total, done, { name: neutraliseLine(name) });
      }
      bar.setTotal(total);
      bar.update(done, { name: neutraliseLine(name) });
    },
    end() {
      ended = true;
      hide();
    },
  };
}
