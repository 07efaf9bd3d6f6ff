import { floorToCharacter } from "./escape.ts";

const SENTENCES = new Intl.Segmenter("und", { granularity: "sentence" });

/**
 * Where a text can be cut so that what stands before is whole sentences, in order. Titles ("Dr.", "Assoc.") and
 * initials end no sentence.
 */
export function findSentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { segment, index } of SENTENCES.segment(text)) {
    const written = segment.trimEnd();
    const isAbbreviation = /(?:^|[\s(])(?:\p{L}{1,3}|assoc|prof|dept|univ)\.$/iu.test(written);
    if (!isAbbreviation || segment.endsWith("\n")) ends.push(index + written.length);
  }
  return ends;
}

/**
 * The longest beginning of `text` that fits: the whole, else up to a sentence end, else up to a word's end, else up
 * to a character's end (0 where not even that fits). `fits` tells whether the text up to a position fits, and fits
 * anything shorter than what it fits.
 */
export function fitBeginning(text: string, fits: (end: number) => boolean): number {
  if (fits(text.length)) return text.length;
  const longest = findLongest(text.length, fits);
  const sentences = findSentenceEnds(text.slice(0, longest + 40)).filter((end) => end > 0 && end <= longest);
  const sentence = sentences.at(-1) ?? 0;
  // Half of the room left empty would be worse than half a sentence.
  if (sentence * 2 >= longest) return sentence;
  const word = text.slice(0, longest + 1).search(/\s\S*$/);
  return word * 2 >= longest ? text.slice(0, word).trimEnd().length : floorToCharacter(text, longest);
}

/**
 * Divides `total` among parts that want `sizes`: nobody gets more than it wants, and what small parts leave over goes
 * to the large ones.
 */
export function shareOut(total: number, sizes: readonly number[]): number[] {
  const shares = sizes.map(() => 0);
  let left = Math.max(0, total);
  const order = sizes.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  for (const [position, { size, index }] of order.entries()) {
    const share = Math.min(size, Math.floor(left / (order.length - position)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}

/** The last position before `end` that fits, by bisection; 0 where none does. */
function findLongest(end: number, fits: (position: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
