import type { Language } from "../../index/index.ts";
import { fill, textsOf } from "./texts.ts";

/** How many documents are read so far, and how many there are, while they are being read; `null` while none is. */
export type Reading = { readonly done: number; readonly total: number } | null;

/** Says that documents are still being read, so that what is missing may be in those to come; `null` where none is read. */
export function sayReading(reading: Reading | undefined, locale: Language): string | null {
  if (!reading || (reading.total > 0 && reading.done >= reading.total)) return null;
  const { some, first } = textsOf(locale).reading;
  const { done, total } = reading;
  return total === 0 ? first : fill(some, { done, total });
}
