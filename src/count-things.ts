import { fill } from "../index/index.ts";

/** How a text speaks of one thing, and of another number of them. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/**
 * A number of things, in words: "1 page", "12 pages".
 *
 * @param values what else is filled in; default: `{count}` is the number
 */
export function countThings(
  forms: Forms,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(count === 1 ? forms.one : forms.other, { count, ...values });
}
