/** A text in the form in which wordings are compared, and where each of its characters comes from. */
export interface NormalisedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in the original; one more entry for the end. */
  readonly offsets: readonly number[];
}

/**
 * A text with runs of white space as one space, in lower case, quotation marks and dashes each of one kind, letters
 * composed with their marks (NFC): what people or their programs change when they retype or paste. Letters and
 * diacritics stay: a quote of other words is not a quote.
 */
export function normaliseWording(original: string): NormalisedText {
  const forms: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [character] of original.matchAll(/\P{M}?\p{M}*/gu)) {
    const isSpace = /^\s$/u.test(character);
    const form = isSpace ? " " : plainForm(character);
    if (!isSpace || (forms.at(-1) ?? " ") !== " ") {
      forms.push(form);
      for (let unit = 0; unit < form.length; unit++) offsets.push(offset);
    }
    offset += character.length;
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
