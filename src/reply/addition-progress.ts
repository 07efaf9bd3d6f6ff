import type { Language } from "../../index/index.ts";
import { escapeLine } from "./escape.ts";
import { formatNumber } from "./format-number.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** How far adding a file or a page is. Sizes are bytes. */
export type AdditionStep =
  | { readonly step: "waiting" | "fetching" | "reading" }
  | { readonly step: "downloading"; readonly done: number; readonly total: number }
  /** The corpus is being read, and the engine does one thing after the other. */
  | { readonly step: "reading-corpus"; readonly done: number; readonly total: number };

/** Which of how many files, the first being 1, and what it is called. */
export interface AdditionPlace {
  readonly name: string;
  readonly number: number;
  readonly count: number;
}

/** How far adding is, while it goes on. */
export function renderAdditionProgress(
  { name, number, count }: AdditionPlace,
  step: AdditionStep,
  locale: Language,
): ReplyPayload {
  const { corpus, untitled } = textsOf(locale);
  const values = { name: escapeLine(name, 100) || untitled, number, count };
  const title = fill(count === 1 ? corpus.progress.title : corpus.progress.titleOf, values);
  return assemblePayload(ACCENTS.neutral, [showText(`**${title}**\n-# ${describeStep(step, locale)}`)]);
}

/** Says that it goes on, though nothing more can be told of it here. */
export function renderAdditionLater(locale: Language): ReplyPayload {
  return assemblePayload(ACCENTS.neutral, [showText(textsOf(locale).corpus.progress.later)]);
}

function describeStep(step: AdditionStep, locale: Language): string {
  const { progress } = textsOf(locale).corpus;
  switch (step.step) {
    case "downloading": {
      if (step.done === 0) return progress.downloading;
      const sizes = {
        done: formatSize(step.done, locale),
        total: formatSize(Math.max(step.total, step.done), locale),
      };
      return fill(progress.downloaded, sizes);
    }
    case "reading-corpus":
      return fill(progress.readingCorpus, { done: step.done, total: step.total });
    default:
      return progress[step.step];
  }
}

function formatSize(bytes: number, locale: Language): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${formatNumber(size, locale, unit === "MB" ? 1 : 0)} ${unit}`;
}
