import { pack } from "../../index/read/docx/pack.ts";
import { MOST_BYTES, mutateBytes, type Weapons } from "./mutate-bytes.ts";
import { mutateElements } from "./mutate-elements.ts";
import type { Random } from "./random.ts";

/** Parts of a Word document by name. */
export type Parts = ReadonlyMap<string, Buffer>;

const MAIN = "word/document.xml";

/**
 * Damages some parts of a Word document, its text most often, and packs it anew: sizes and checksums are true. Now and
 * then a part is left out, named otherwise, or taken from another document.
 */
export function mutateDocx(parts: Parts, others: readonly Parts[], random: Random, weapons: Weapons): Buffer {
  const mutated = new Map(parts);
  for (let left = random.pick([1, 1, 2, 4]); left > 0; left--) {
    const name = random.oneIn(2) && mutated.has(MAIN) ? MAIN : random.pick([...mutated.keys()]);
    const bytes = mutated.get(name)!;
    const way = random.below(20);
    const other = random.pick(others);
    if (way === 0 && mutated.size > 1) mutated.delete(name);
    else if (way === 1) mutated.set(random.pick([...other.keys()]), bytes);
    else if (way === 2)
      mutated.set(random.pick([`/${name}`, name.toUpperCase(), `${name}\0`, "__proto__", "../x"]), bytes);
    else if (way === 3) mutated.set(name, other.get(name) ?? bytes);
    else {
      const sources = others.flatMap((source) => source.get(name) ?? source.get(MAIN) ?? []);
      const mutate = random.oneIn(4) ? mutateBytes : mutateElements;
      const damaged = mutate(bytes, sources.length > 0 ? sources : [bytes], random, weapons);
      mutated.set(name, damaged.subarray(0, MOST_BYTES));
    }
  }
  return pack(mutated);
}
