/** A text in composed letters, and where each of its places stands in the text that it was made of. */
export interface ComposedText {
  readonly text: string;
  /** The offset in the source of an offset in `text`, both in UTF-16 code units. */
  toSource(offset: number): number;
}

const HAS_MARKS = /\p{M}/u;
/** No writing has more marks on one letter (UAX 15, Stream-Safe Text Format), and to put a run in order takes time by its square. */
const TOO_MANY_MARKS = /\p{M}{31}/u;
const LETTERS = /\P{M}?\p{M}*/gsu;

/**
 * A text with letters and marks in one ("ế", never "ê" and an accent): Unicode's normal form C (UAX 15). Patterns are written in
 * composed letters, and files from some systems are not; what is quoted stays as the file has it. A text with more than thirty marks
 * on one letter stays as it is.
 */
export function compose(text: string): string {
  return HAS_MARKS.test(text) && !TOO_MANY_MARKS.test(text) ? text.normalize("NFC") : text;
}

/** The same with its places, for spans that were found in it; Korean syllables in parts are left so. Linear in its length. */
export function composeWithPlaces(source: string): ComposedText {
  if (compose(source) === source) return { text: source, toSource: (offset) => offset };
  let text = "";
  const places: number[] = [];
  for (const { 0: letter, index } of source.matchAll(LETTERS)) {
    const composed = letter.normalize("NFC");
    for (let unit = 0; unit < composed.length; unit++) places.push(index);
    text += composed;
  }
  return { text, toSource: (offset) => places[offset] ?? source.length };
}
