import { UnreadableFile } from "../unreadable-file.ts";
import { type Font, NO_FONT, toFont } from "./font.ts";
import { cleanLetter } from "./letter-text.ts";
import { PDF_LIMITS } from "./limits.ts";
import { type Matrix, matrixOf, multiply } from "./matrix.ts";
import type { Operations, Pdf } from "./open-pdf.ts";

/** One sign on a page: mostly a letter, sometimes several (a ligature). White space is none. */
export interface Letter {
  text: string;
  readonly font: Font;
  /** Where it stands, in points from the page's upper left corner: its left end on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Points along the baseline. */
  readonly width: number;
  /** The font's size in points. */
  readonly size: number;
  /** The direction of the baseline in degrees, 0 to the right, 90 downwards. */
  readonly angle: number;
  /** Whether white space was written before it. */
  readonly spaced: boolean;
}

/** What is on a page. */
export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly Letter[];
  /** How many letters were drawn, those outside the page too. */
  readonly shown: number;
  /** Whether lines or areas are drawn on it: letters may have been turned into shapes. */
  readonly drawn: boolean;
  /** How much of it pictures cover, as a share of its area; more than 1 where they lie on each other. */
  readonly pictured: number;
}

type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** A font's glyph as pdf.js hands it over. */
interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode?: number;
}

interface TextState {
  matrix: Matrix;
  font: Font;
  fontMatrix: number;
  vertical: boolean;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

/** Marks that belong to the letter before them. */
const MARKS = /^\p{M}+$/u;

/**
 * The letters of a page, in the order in which they are drawn. pdf.js has a text extraction of its own; it drops soft
 * hyphens (at line ends, and as a letter of old Vietnamese fonts), knows no bold fonts and guesses spaces, so the
 * drawing operations are followed here instead (PDF 32000-1:2008, 9.4.4 says where a letter stands). Letters outside the
 * page's visible part are left out.
 *
 * @throws UnreadableFile `parts` for a page with too many letters
 */
export async function readLetters(
  page: Page,
  operations: Operations,
  fonts: Map<string, Font>,
): Promise<PageContent> {
  // Without annotations: comments and form fields are not part of the document's text.
  const list = await page.getOperatorList({ annotationMode: 0 });
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const letters: Letter[] = [];
  const stack: TextState[] = [];
  let state: TextState = {
    matrix: matrixOf(viewport.transform),
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
  let textMatrix: Matrix = [1, 0, 0, 1, 0, 0];
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  let spaced = false;
  let shown = 0;
  let drawn = false;
  let pictured = 0;
  // Pictures themselves are left out (open-pdf.ts). What remains of one is the square on which it would be drawn: a
  // transformation after which nothing is.
  let square = 0;

  const isOnPage = (letter: Letter): boolean => {
    const isInside = letter.x > -letter.size && letter.x < width + 1 && letter.y > -1;
    return isInside && letter.y < height + letter.size && Number.isFinite(letter.width) && letter.size > 0;
  };
  const move = (byX: number, byY: number): void => {
    lineX += byX;
    lineY += byY;
    [x, y] = [lineX, lineY];
  };
  const setFont = (name: string, size: number): void => {
    const shared = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
    const font = fonts.get(name) ?? toFont(shared);
    fonts.set(name, font);
    state.font = font;
    state.fontMatrix = Number(shared?.fontMatrix?.[0]) || 0.001;
    state.vertical = Boolean(shared?.vertical);
    state.size = size;
  };
  const show = (glyphs: readonly (Glyph | number | null)[]): void => {
    const { font, size, scale, vertical, rise } = state;
    const [a, b, c, d, e, f] = multiply(state.matrix, textMatrix);
    const stretch = Math.hypot(a, b);
    const tall = Math.abs(size) * Math.hypot(c, d);
    const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        const offset = (glyph * size) / 1000;
        if (vertical) y += offset;
        else x -= offset * scale;
        continue;
      }
      if (!glyph) continue;
      const advance = (Number(glyph.width) || 0) * state.fontMatrix * size;
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.letterSpacing;
      const raw = cleanLetter(glyph.unicode, glyph.originalCharCode, font);
      const text = raw.trim();
      if (text === "") spaced = true;
      else {
        const letter: Letter = {
          text,
          font,
          x: a * x + c * (y + rise) + e,
          y: b * x + d * (y + rise) + f,
          width: Math.abs(advance) * scale * stretch,
          size: tall,
          angle,
          spaced: spaced || raw.trimStart() !== raw,
        };
        const previous = letters.at(-1);
        if (previous && !spaced && text > "\u02ff" && MARKS.test(text)) previous.text += text;
        else if (isOnPage(letter)) letters.push(letter);
        if (++shown > PDF_LIMITS.lettersOnPage) {
          throw new UnreadableFile("parts", { limit: PDF_LIMITS.lettersOnPage });
        }
        spaced = raw.trimEnd() !== raw;
      }
      if (vertical) y -= advance + spacing;
      else x += (advance + spacing) * scale;
    }
  };

  const { fnArray, argsArray } = list;
  for (let index = 0; index < fnArray.length; index++) {
    const args: unknown[] = argsArray[index] ?? [];
    const number = (position: number): number => Number(args[position]) || 0;
    switch (fnArray[index]) {
      case operations.save:
        stack.push({ ...state });
        break;
      case operations.restore:
        pictured += square / (width * height);
        square = 0;
        state = stack.pop() ?? state;
        break;
      case operations.transform:
        state.matrix = multiply(state.matrix, matrixOf(args));
        square = areaOf(state.matrix);
        break;
      case operations.paintFormXObjectBegin:
        square = 0;
        stack.push({ ...state });
        if (args[0]) state.matrix = multiply(state.matrix, matrixOf(args[0]));
        break;
      case operations.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case operations.beginText:
        textMatrix = [1, 0, 0, 1, 0, 0];
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case operations.setCharSpacing:
        state.letterSpacing = number(0);
        break;
      case operations.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case operations.setHScale:
        state.scale = number(0) / 100;
        break;
      case operations.setLeading:
        state.leading = -number(0);
        break;
      case operations.setTextRise:
        state.rise = number(0);
        break;
      case operations.setFont:
        setFont(String(args[0]), number(1));
        break;
      case operations.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, unknown][]) {
          if (key === "Font" && Array.isArray(value)) setFont(String(value[0]), Number(value[1]) || 0);
        }
        break;
      case operations.setTextMatrix:
        textMatrix = matrixOf(args[0]);
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case operations.moveText:
        move(number(0), number(1));
        break;
      case operations.setLeadingMoveText:
        state.leading = number(1);
        move(number(0), number(1));
        break;
      case operations.nextLine:
        move(0, state.leading);
        break;
      case operations.showText:
        square = 0;
        show((args[0] ?? []) as readonly (Glyph | number | null)[]);
        break;
      case operations.constructPath:
        square = 0;
        drawn = true;
        break;
      default:
    }
  }
  pictured += square / (width * height);
  return { width, height, letters, shown, drawn, pictured };
}

/** The area that a square of one unit has under a matrix. */
function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}
