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

/** The style of text that nothing sets apart. */
export const PLAIN: Style = { bold: false, italic: false, linked: false, preformatted: false, raised: null };

/**
 * Puts a paragraph together from the texts of inline elements: white space collapses over their borders as in a browser
 * (CSS Text 3, 4.1.1), nothing is put between them, and what nobody sees (soft hyphens, spaces without width) goes.
 */
export class InlineText {
  // In parts: whoever looks at the end of a string that grows makes it whole each time.
  #parts: string[] = [];
  #breaks = 0;
  #hasInk = false;
  readonly #letters = { all: 0, bold: 0, italic: 0, linked: 0 };

  /**
   * Adds what an element holds, in its style. Raised and lowered signs become those of Unicode where all of them have
   * one.
   */
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
    if (!style.preformatted && (this.#breaks > 0 || this.#endsInSpace)) {
      text = text.trimStart();
    }
    if (text === "") return;
    if (this.#breaks > 0) {
      const last = this.#parts.pop();
      if (last !== undefined) this.#parts.push(last.trimEnd(), "\n");
      this.#breaks = 0;
    }
    this.#parts.push(text);
    this.#hasInk ||= text.trim() !== "";
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
    return !this.#hasInk;
  }

  get #endsInSpace(): boolean {
    const last = this.#parts.at(-1);
    return last === undefined || /\s$/.test(last.slice(-1));
  }

  /** Shares of the letters, 0 to 1. */
  get share(): { readonly bold: number; readonly italic: number; readonly linked: number } {
    const { all, bold, italic, linked } = this.#letters;
    return { bold: bold / (all || 1), italic: italic / (all || 1), linked: linked / (all || 1) };
  }

  /** The text so far; the next paragraph begins empty. */
  take(): string {
    const text = this.#parts.join("").trim();
    this.#parts = [];
    this.#hasInk = false;
    this.#breaks = 0;
    Object.assign(this.#letters, { all: 0, bold: 0, italic: 0, linked: 0 });
    return text;
  }
}
