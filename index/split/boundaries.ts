/** `Intl.Segmenter` takes time by the square of what it is given: 300,000 characters at once take seconds. */
const WINDOW = 4_096;
/** How far behind a boundary its rules may look, for a lower-case letter after signs. UTF-16 code units. */
const LOOKAHEAD = 256;

/**
 * The ends of a text's sentences by the rules of ICU (Unicode Standard Annex 29), in order; the last is the text's own.
 * A rule of Annex 29 never looks back over a boundary, so that each window begins at one.
 */
export function findBoundaries(text: string): number[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const ends: number[] = [];
  let start = 0;
  let size = WINDOW;
  while (start < text.length) {
    const window = text.slice(start, start + size);
    const certain = start + size < text.length ? size - LOOKAHEAD : window.length;
    let reached = 0;
    for (const { index, segment } of segmenter.segment(window)) {
      if (index + segment.length > certain) break;
      reached = index + segment.length;
      ends.push(start + reached);
    }
    start += reached;
    size = reached > 0 ? WINDOW : 2 * size;
  }
  return ends;
}
