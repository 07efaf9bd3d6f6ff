import { MOST_BYTES, type Weapons } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

const COUNTS = [1, 2, 3, 10, 40, 150, 1_000, 6_000];

/**
 * Damages XML or HTML so that what was well-formed mostly stays it: whole elements are left out, repeated, moved, taken
 * from others, or put into nests, attributes get other values. It gets to code that a parser's complaint would keep away.
 *
 * @param others what elements are taken from; not none
 */
export function mutateElements(
  bytes: Buffer,
  others: readonly Buffer[],
  random: Random,
  { nests, tokens }: Weapons,
): Buffer {
  let text = bytes.toString("latin1");
  for (let left = random.pick([1, 2, 4, 8]); left > 0; left--) {
    const way = random.below(8);
    const [from, to] = pickElement(text, random);
    const element = text.slice(from, to);
    const put = (inside: string, at = from, until = to): void => {
      if (text.length + inside.length <= MOST_BYTES) text = text.slice(0, at) + inside + text.slice(until);
    };
    if (way === 0) put("");
    else if (way === 1) put(element.repeat(times(element, random)));
    else if (way === 2) {
      const at = pickBoundary(text, random);
      put(element, at, at);
    } else if (way === 3) {
      const other = random.pick(others).toString("latin1");
      put(other.slice(...pickElement(other, random)));
    } else if (way === 4) {
      const [open, close] = random.pick(nests);
      const depth = times(open + close, random);
      put(open.repeat(depth) + element + close.repeat(depth));
    } else if (way === 5) {
      const values = [...element.matchAll(/(["'])([^"'<>]*)\1/g)];
      if (values.length === 0) continue;
      const value = random.pick(values);
      const start = from + value.index + 1;
      const other = random.pick([
        "",
        "-1",
        "0",
        "99999999999",
        "NaN",
        "__proto__",
        "constructor",
        "x".repeat(5_000),
      ]);
      put(random.oneIn(3) ? random.pick(values)[2]! : other, start, start + value[2]!.length);
    } else if (way === 6) {
      const at = pickBoundary(text, random);
      const whole = tokens.filter(
        (token) => !/[<>&]/.test(token) || /^<(\w+:?\w*)\b[^<]*(\/>$|.*<\/\1>$)/s.test(token),
      );
      put(Buffer.from(random.pick(random.oneIn(4) ? tokens : whole)).toString("latin1"), at, at);
    } else put(pickText(element, random));
  }
  return Buffer.from(text, "latin1");
}

function times(unit: string, random: Random): number {
  return Math.min(random.pick(COUNTS), Math.floor(MOST_BYTES / 4 / Math.max(1, unit.length)));
}

/** An element from its opening to its end; an empty span where there is none. */
function pickElement(text: string, random: Random): [from: number, to: number] {
  const from = text.indexOf("<", random.below(text.length));
  const opening = from < 0 ? null : /^<([\w:]+)[^<>]*?(\/?)>/.exec(text.slice(from, from + 2_000));
  if (!opening) return [Math.max(0, from), Math.max(0, from)];
  if (opening[2] === "/") return [from, from + opening[0].length];
  let depth = 0;
  for (const tag of text.slice(from).matchAll(new RegExp(`<(/?)${opening[1]}(?:\\s[^<>]*?)?(/?)>`, "g"))) {
    if (tag[2] !== "/") depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return [from, from + tag.index + tag[0].length];
  }
  return [from, from + opening[0].length];
}

/** A place behind a tag. */
function pickBoundary(text: string, random: Random): number {
  return text.indexOf(">", random.below(text.length)) + 1;
}

/** What an element says, without its tags, or nothing. */
function pickText(element: string, random: Random): string {
  const texts = element.split(/<[^>]*>/).filter((part) => part !== "");
  return texts.length === 0 ? "" : random.pick(texts);
}
