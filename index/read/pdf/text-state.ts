import { type Font, NO_FONT } from "./font.ts";
import type { Letter } from "./letter.ts";
import { cleanLetter } from "./letter-text.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";

/** A font's glyph as pdf.js hands it over. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode?: number;
}

/** What drawing operations set for the text after them, until what they were saved as is restored. */
interface GraphicsState {
  readonly matrix: Matrix;
  readonly font: Font;
  /** From the units of the font's widths to those of its size. */
  readonly fontMatrix: number;
  readonly vertical: boolean;
  readonly size: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

/** The state of text while the operations of a page are followed (PDF 32000-1:2008, 9.3 and 9.4). */
export interface TextState {
  readonly matrix: Matrix;
  /** Sets some of the state. */
  set(change: Partial<GraphicsState>): void;
  transform(by: Matrix): void;
  save(): void;
  /** Goes back to what was saved last; where nothing was, all stays. */
  restore(): void;
  /** Begins a text, or a line of it, in its own coordinates. */
  setTextMatrix(matrix: Matrix): void;
  /** Begins a line so far from the beginning of the one before. */
  move(byX: number, byY: number): void;
  nextLine(): void;
  /** Shows glyphs one after the other; numbers move the next one, by thousandths of the size. */
  show(glyphs: readonly (Glyph | number | null)[]): void;
}

/**
 * The state of text at the beginning of a page.
 *
 * @param matrix from the page's units to points from its upper left corner
 * @param place is told each letter that is shown, and whether white space was shown before its own text
 */
export function openTextState(
  matrix: Matrix,
  place: (letter: Letter, afterSpace: boolean) => void,
): TextState {
  let state: GraphicsState = {
    matrix,
    font: NO_FONT,
    fontMatrix: 0.001,
    vertical: false,
    size: 1,
    letterSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  const saved: GraphicsState[] = [];
  let textMatrix = IDENTITY;
  const line = { x: 0, y: 0 };
  const pen = { x: 0, y: 0 };
  let afterSpace = false;

  const move = (byX: number, byY: number): void => {
    line.x += byX;
    line.y += byY;
    Object.assign(pen, line);
  };
  const advanceBy = (along: number): void => {
    if (state.vertical) pen.y -= along;
    else pen.x += along * state.scale;
  };

  return {
    get matrix() {
      return state.matrix;
    },
    set(change) {
      state = { ...state, ...change };
    },
    transform(by) {
      state = { ...state, matrix: multiply(state.matrix, by) };
    },
    save: () => void saved.push(state),
    restore() {
      state = saved.pop() ?? state;
    },
    setTextMatrix(given) {
      textMatrix = given;
      Object.assign(line, { x: 0, y: 0 });
      Object.assign(pen, line);
    },
    move,
    nextLine: () => move(0, state.leading),
    show(glyphs) {
      const { font, fontMatrix, size, scale, rise, letterSpacing, wordSpacing } = state;
      const [a, b, c, d, e, f] = multiply(state.matrix, textMatrix);
      const stretch = Math.hypot(a, b);
      const tall = Math.abs(size) * Math.hypot(c, d);
      const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
      for (const glyph of glyphs) {
        if (typeof glyph === "number") {
          advanceBy((-glyph * size) / 1000);
          continue;
        }
        if (!glyph) continue;
        const advance = (Number(glyph.width) || 0) * fontMatrix * size;
        const raw = cleanLetter(glyph.unicode, glyph.originalCharCode, font);
        const text = raw.trim();
        if (text === "") afterSpace = true;
        else {
          const letter: Letter = {
            text,
            font,
            x: a * pen.x + c * (pen.y + rise) + e,
            y: b * pen.x + d * (pen.y + rise) + f,
            width: Math.abs(advance) * scale * stretch,
            size: tall,
            angle,
            spaced: afterSpace || raw.trimStart() !== raw,
          };
          place(letter, afterSpace);
          afterSpace = raw.trimEnd() !== raw;
        }
        const spacing = (glyph.isSpace ? wordSpacing : 0) + letterSpacing;
        advanceBy(advance + spacing);
      }
    },
  };
}
