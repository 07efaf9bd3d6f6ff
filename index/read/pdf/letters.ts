import { UnreadableFile } from "../unreadable-file.ts";
import { type Font, toFont } from "./font.ts";
import type { Letter } from "./letter.ts";
import { PDF_LIMITS } from "./limits.ts";
import { IDENTITY, matrixOf } from "./matrix.ts";
import type { Operations, Pdf } from "./open-pdf.ts";
import { countPictures } from "./pictured.ts";
import { type Glyph, openTextState } from "./text-state.ts";

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

/** What is done for a drawing operation, by pdf.js's name for it. The others do nothing for text. */
type Steps = { readonly [Name in keyof Operations]?: (operands: readonly unknown[]) => void };

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
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const collected = collectLetters(width, height);
  const text = openTextState(matrixOf(viewport.transform), collected.add);
  const pictures = countPictures(width * height);
  let drawn = false;

  const setFont = (name: string, size: number): void => {
    const shared = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
    const font = fonts.get(name) ?? toFont(shared);
    fonts.set(name, font);
    const fontMatrix = Number(shared?.fontMatrix?.[0]) || 0.001;
    text.set({ font, fontMatrix, vertical: Boolean(shared?.vertical), size });
  };
  const steps: Steps = {
    save: () => text.save(),
    restore: () => {
      pictures.restore();
      text.restore();
    },
    transform: (operands) => {
      text.transform(matrixOf(operands));
      pictures.transform(text.matrix);
    },
    paintFormXObjectBegin: ([matrix]) => {
      pictures.draw();
      text.save();
      if (matrix) text.transform(matrixOf(matrix));
    },
    paintFormXObjectEnd: () => text.restore(),
    beginText: () => text.setTextMatrix(IDENTITY),
    setCharSpacing: ([spacing]) => text.set({ letterSpacing: numberOf(spacing) }),
    setWordSpacing: ([spacing]) => text.set({ wordSpacing: numberOf(spacing) }),
    setHScale: ([percent]) => text.set({ scale: numberOf(percent) / 100 }),
    setLeading: ([leading]) => text.set({ leading: -numberOf(leading) }),
    setTextRise: ([rise]) => text.set({ rise: numberOf(rise) }),
    setFont: ([name, size]) => setFont(String(name), numberOf(size)),
    setGState: ([changes]) => {
      for (const [key, value] of (changes ?? []) as [string, unknown][]) {
        if (key === "Font" && Array.isArray(value)) setFont(String(value[0]), numberOf(value[1]));
      }
    },
    setTextMatrix: ([matrix]) => text.setTextMatrix(matrixOf(matrix)),
    moveText: ([x, y]) => text.move(numberOf(x), numberOf(y)),
    setLeadingMoveText: ([x, y]) => {
      text.set({ leading: numberOf(y) });
      text.move(numberOf(x), numberOf(y));
    },
    nextLine: () => text.nextLine(),
    showText: ([glyphs]) => {
      pictures.draw();
      text.show((glyphs ?? []) as readonly (Glyph | number | null)[]);
    },
    constructPath: () => {
      pictures.draw();
      drawn = true;
    },
  };
  const byNumber = new Map(
    Object.entries(steps).map(([name, step]) => [operations[name as keyof Operations], step]),
  );
  for (const [index, operation] of fnArray.entries()) byNumber.get(operation)?.(argsArray[index] ?? []);
  const { letters, shown } = collected.end();
  return { width, height, letters, shown, drawn, pictured: pictures.share() };
}

/** Keeps the letters that stand on a page of this size, and counts all. */
function collectLetters(width: number, height: number) {
  const letters: Letter[] = [];
  let shown = 0;
  const isOnPage = ({ x, y, size, width: wide }: Letter): boolean => {
    const isInside = x > -size && x < width + 1 && y > -1;
    return isInside && y < height + size && Number.isFinite(wide) && size > 0;
  };
  return {
    add(letter: Letter, afterSpace: boolean): void {
      const { text } = letter;
      const previous = letters.at(-1);
      if (previous && !afterSpace && text > "\u02ff" && MARKS.test(text)) previous.text += text;
      else if (isOnPage(letter)) letters.push(letter);
      if (++shown > PDF_LIMITS.lettersOnPage) {
        throw new UnreadableFile("parts", { limit: PDF_LIMITS.lettersOnPage });
      }
    },
    end: () => ({ letters, shown }),
  };
}

/** A number from outside; 0 where it is none. */
function numberOf(value: unknown): number {
  return Number(value) || 0;
}
