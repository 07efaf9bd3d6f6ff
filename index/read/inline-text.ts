const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789+-−=()n"].map((sign, position) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"][position] ?? sign]),
);
const SUBSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789+-−=()"].map((sign, position) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"][position] ?? sign]),
);

/** How a stretch of text stands in its line. */
export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly linked: boolean;
  /** Line breaks and runs of spaces of the source are the author's. */
  readonly preformatted: boolean;
  readonly raised: "superscript" | "subscript" | null;
}

export const PLAIN: Style = { bold: false, italic: false, linked: false, preformatted: false, raised: null };

/**
 * Puts a paragraph together from the texts of inline elements: white space collapses over their borders as in a browser
 * (CSS Text 3, 4.1.1), nothing is put between them, and what nobody sees (soft hyphens, spaces without width) goes.
 */
export class InlineText {
  #text = "";
  #breaks = 0;
  readonly #letters = { all: 0, bold: 0, italic: 0, linked: 0 };

  append(source: string, style: Style): void {
    let text = source.replace(/[\u00AD\u200B\u2060\uFEFF]/g, "");
    if (style.raised) {
      const table = style.raised === "superscript" ? SUPERSCRIPTS : SUBSCRIPTS;
      const signs = [...text.trim()];
      // "10" with a small 6 above it must not become 106; letters ("21st", "CO2e") cannot be mistaken.
      if (signs.every((sign) => Object.hasOwn(table, sign))) {
        text = signs.map((sign) => table[sign]).join("");
      }
    }
    text = style.preformatted
      ? text.replace(/\r\n?/g, "\n").replace(/[^\S\n]/g, " ")
      : text.replace(/\s+/g, " ");
    if (!style.preformatted && (this.#breaks > 0 || this.#text === "" || /\s$/.test(this.#text))) {
      text = text.trimStart();
    }
    if (text === "") return;
    if (this.#breaks > 0) {
      if (this.#text !== "") this.#text = `${this.#text.trimEnd()}\n`;
      this.#breaks = 0;
    }
    this.#text += text;
    const letters = text.length;
    this.#letters.all += letters;
    if (style.bold) this.#letters.bold += letters;
    if (style.italic) this.#letters.italic += letters;
    if (style.linked) this.#letters.linked += letters;
  }

  /** A line break; answers whether it is one of several, which end a paragraph. */
  breakLine(): boolean {
    this.#breaks += 1;
    return this.#breaks > 1;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === "";
  }

  /** Shares of the letters, 0 to 1. */
  get share(): { readonly bold: number; readonly italic: number; readonly linked: number } {
    const { all, bold, italic, linked } = this.#letters;
    return { bold: bold / (all || 1), italic: italic / (all || 1), linked: linked / (all || 1) };
  }

  /** The text so far; the next paragraph begins empty. */
  take(): string {
    const text = this.#text.trim();
    this.#text = "";
    this.#breaks = 0;
    Object.assign(this.#letters, { all: 0, bold: 0, italic: 0, linked: 0 });
    return text;
  }
}
