/** A text in the form in which wordings are compared, and where each of its characters comes from. */
export interface NormalisedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in the original; one more entry for the end. */
  readonly offsets: readonly number[];
}

/**
 * Letters that are composed already, and have as many units in lower case; in Latin, where most texts stay, whole words
 * of them are read at once, which takes a quarter of the time.
 */
const PIECES = /([!-~\u00C0-\u012F\u0131-\u024F\u1E00-\u1EFF]+(?!\p{M}))|\P{M}?\p{M}*/gu;

/**
 * A text with runs of white space as one space, in lower case, quotation marks and dashes each of one kind, letters
 * composed with their marks (NFC): what people or their programs change when they retype or paste. Letters and
 * diacritics stay: a quote of other words is not a quote.
 */
export function normaliseWording(original: string): NormalisedText {
  const forms: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [piece, word] of original.matchAll(PIECES)) {
    if (word !== undefined) {
      forms.push(word.toLowerCase().replaceAll("`", "'"));
      for (let unit = 0; unit < word.length; unit++) offsets.push(offset + unit);
    } else {
      const isSpace = /^\s$/u.test(piece);
      const form = isSpace ? " " : plainForm(piece);
      if (!isSpace || (forms.at(-1) ?? " ") !== " ") {
        forms.push(form);
        for (let unit = 0; unit < form.length; unit++) offsets.push(offset);
      }
    }
    offset += piece.length;
  }
  offsets.push(offset);
  return { text: forms.join(""), offsets };
}

function plainForm(character: string): string {
  if (/^["“”„«»]$/u.test(character)) return '"';
  if (/^['‘’‚`´]$/u.test(character)) return "'";
  if (/^[‐-―−]$/u.test(character)) return "-";
  return character.normalize("NFC").toLowerCase();
}
