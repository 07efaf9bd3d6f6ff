import type { Format } from "../../index/document.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { mutateDocx } from "./mutate-docx.ts";
import { mutateElements } from "./mutate-elements.ts";
import { mutatePdf } from "./mutate-pdf.ts";
import { seedRandom } from "./random.ts";
import type { Source } from "./sources.ts";
import { WEAPONS } from "./weapons.ts";

/**
 * A damaged file: the same bytes for the same sources, seed and number.
 *
 * @param sources what it is made from; not none
 */
export function makeCase(format: Format, sources: readonly Source[], seed: string, number: number): Buffer {
  const random = seedRandom(`${seed}/${format}/${number}`);
  const { bytes, parts } = random.pick(sources);
  const weapons = WEAPONS[format];
  const others = sources.map((source) => source.bytes);
  // Five in six meet the reader itself, the others what is around it.
  const isInside = !random.oneIn(6);
  if (parts !== null && isInside) {
    return mutateDocx(
      parts,
      sources.flatMap((source) => source.parts ?? []),
      random,
      weapons,
    );
  }
  if (format === "pdf" && isInside) return mutatePdf(bytes, others, random, weapons);
  if (format === "html" && isInside && random.oneIn(2)) return mutateElements(bytes, others, random, weapons);
  return mutateBytes(bytes, others, random, weapons);
}
