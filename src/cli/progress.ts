import { SingleBar } from "cli-progress";
import type { TerminalStream } from "./output.ts";
import { neutraliseLine } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/** A progress bar that shows itself when there is progress. */
export interface Progress {
  /** `label` says what is going on, `name` with which file, `unit` how a rate is told: "{rate} documents/s". */
  show(
    label: string,
    step: { readonly done: number; readonly total: number; readonly name: string; readonly unit?: string },
  ): void;
  /** Removes the bar; the next progress shows a new one. */
  hide(): void;
  /** Removes the bar for good. */
  end(): void;
}

/** Milliseconds of work before its rate says anything. */
const SETTLING = 1_000;

/** A bar on the stream, or nothing at all where the stream is no terminal. */
export function createProgress(stream: TerminalStream, texts: Texts, now: () => number = Date.now): Progress {
  let bar: SingleBar | undefined;
  let shown = "";
  let ended = stream.isTTY !== true;
  let began = { at: 0, done: 0 };
  const hide = (): void => {
    bar?.stop();
    bar = undefined;
  };
  /** The rate since the bar began, and the time that the rest takes at it. */
  const pace = (done: number, total: number, unit: string): string => {
    const [elapsed, part] = [now() - began.at, done - began.done];
    if (elapsed < SETTLING || part <= 0) return "";
    const rate = (1000 * part) / elapsed;
    const left = formatDuration((total - done) / rate);
    return ` ${fill(unit, { rate: rate < 10 ? rate.toFixed(1) : Math.round(rate) })}, ${fill(texts.timeLeft, { left })} `;
  };
  return {
    hide,
    show(label, { done, total, name, unit }) {
      if (ended) return;
      if (bar === undefined || shown !== label) {
        hide();
        shown = label;
        began = { at: now(), done };
        bar = new SingleBar({
          stream,
          format: `${label} {bar} {percentage}% {pace} {name}`,
          barsize: 24,
          barCompleteChar: "█",
          barIncompleteChar: "░",
          hideCursor: true,
          clearOnComplete: true,
        });
        bar.start(total, done, { name: neutraliseLine(name), pace: "" });
      }
      bar.setTotal(total);
      const told = unit === undefined ? "" : pace(done, total, unit);
      bar.update(done, { name: neutraliseLine(name), pace: told });
    },
    end() {
      ended = true;
      hide();
    },
  };
}

/** "0:05", "12:40", "1:05:00" */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (value: number): string => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
