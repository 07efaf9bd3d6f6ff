/**
 * VNI's code for Windows, as fonts like VNI-Times show it: a letter, and after it a character for its marks, each here as
 * in Windows-1252. i has its tones in characters of its own, and so has y with a dot. Checked against the tables of
 * UniKey and xvnkb, which agree.
 */
const TONES = "\u0301\u0300\u0309\u0303\u0323";
const CIRCUMFLEX = "\u0302";
const BREVE = "\u0306";

/** Marks that any vowel takes: acute, grave, hook, tilde, dot. */
const TONE_CODES = "ùøûõï";
/** Those of a, e and o with a circumflex: without a tone, then as above. */
const CIRCUMFLEX_CODES = "âáàåãä";
/** Those of a with a breve: without a tone, then as above. */
const BREVE_CODES = "êéèúüë";

/** Letters of one character. */
const SINGLE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ô: "ơ", ö: "ư", ñ: "đ", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" }),
);

/** The letter for each pair of a base and a mark, and for each single, in lower case. */
const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ...SINGLE,
  ...[..."aeouyôö"].flatMap((base) =>
    [...TONE_CODES].map((code, tone) => pair(base, code, TONES.charAt(tone))),
  ),
  ...[..."aeo"].flatMap((base) => withTones(base, CIRCUMFLEX_CODES, CIRCUMFLEX)),
  ...withTones("a", BREVE_CODES, BREVE),
]);

/** A text in VNI as Unicode. A mark takes the case of its letter; what is no code of VNI stays. */
export function convertVni(text: string): string {
  return text.replace(/[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöñíìæóòî]/giu, (code) => {
    const lower = code.toLowerCase();
    const letter = VNI_LETTERS.get(lower);
    if (letter !== undefined) return matchCase(letter, code);
    // A pair that is none: each for itself.
    return matchCase(SINGLE.get(lower.charAt(0)) ?? lower.charAt(0), code) + convertVni(code.slice(1));
  });
}

function withTones(base: string, codes: string, mark: string): [string, string][] {
  return [...codes].map((code, position) =>
    pair(base, code, mark + (position > 0 ? TONES.charAt(position - 1) : "")),
  );
}

function pair(base: string, code: string, marks: string): [string, string] {
  return [base + code, ((SINGLE.get(base) ?? base) + marks).normalize("NFC")];
}

function matchCase(letter: string, code: string): string {
  return /^\p{Lu}/u.test(code) ? letter.toUpperCase() : letter;
}
