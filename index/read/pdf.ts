import { composeText } from "./pdf/compose.ts";
import { findFacts } from "./pdf/facts.ts";
import type { Font } from "./pdf/font.ts";
import { releaseIdleHeadings } from "./pdf/idle-headings.ts";
import { readLetters } from "./pdf/letters.ts";
import { PDF_LIMITS } from "./pdf/limits.ts";
import { type Operations, openPdf, type Pdf, toDamage } from "./pdf/open-pdf.ts";
import { levelPage } from "./pdf/orientation.ts";
import { arrangePieces, type DividedPage } from "./pdf/pieces.ts";
import { groupSegments } from "./pdf/rows.ts";
import { findRunningHeads } from "./pdf/running-heads.ts";
import type { Segment } from "./pdf/segment.ts";
import { dropStrayRejections } from "./pdf/stray-rejections.ts";
import { checkTextLayer, restoreSegments } from "./pdf/text-layer.ts";
import type { Reader, Reading } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Letters and digits a page, on average, below which a file with pictures is a scan with a stamp or a number. */
const FEWEST_LETTERS = 12;
/** A page with fewer of them, this share of which a picture covers, is that picture. */
const PICTURED = 0.3;
/** What programs that make scans write under each page. */
const SCANNER_MARK = /^(?:scanned|quét) (?:with|by|bằng|bởi) \S.{0,40}$/iu;

/** A page as far as its letters tell it. */
interface RawPage {
  readonly height: number;
  readonly segments: readonly Segment[];
  readonly turned: readonly string[];
  readonly drawn: boolean;
  readonly pictured: number;
}

/**
 * Reads a PDF from its text layer: columns one after the other, paragraphs whole over the ends of lines, columns and
 * pages, rows of tables as lines with " | " between cells, footnotes behind their page's text. Running heads, feet, page
 * numbers and turned text are furniture. The text is the text layer's, but: ligatures become letters, raised digits
 * become Unicode's ("10²"), bullets of symbol fonts become bullets, hyphens at line ends go where they break a word,
 * and old codes of Vietnamese become Unicode. Pages have the label that the file gives them, or else their number.
 *
 * @throws UnreadableFile `encrypted`, `damaged`, `scanned` (no page has text), `no-text`, `unmapped`, `pages`, `parts`,
 *   `unpacked`
 */
export const readPdf: Reader = (bytes) => dropStrayRejections(() => read(bytes));

async function read(bytes: Uint8Array): Promise<Reading> {
  const { pdf, operations } = await openPdf(bytes);
  try {
    const pages = await readPages(pdf, operations).catch((error: unknown) => {
      throw toDamage(error);
    });
    return await compose(pdf, pages, bytes);
  } finally {
    await pdf.loadingTask.destroy().catch(() => {});
  }
}

async function readPages(pdf: Pdf, operations: Operations): Promise<RawPage[]> {
  const fonts = new Map<string, Font>();
  const pages: RawPage[] = [];
  let letters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await readLetters(page, operations, fonts);
    page.cleanup();
    letters += content.shown;
    if (letters > PDF_LIMITS.letters) throw new UnreadableFile("parts", { limit: PDF_LIMITS.letters });
    const level = levelPage(content);
    const turned = joinTurned(level.turned);
    pages.push({
      height: level.height,
      segments: groupSegments(level.letters),
      turned,
      drawn: content.drawn,
      pictured: content.pictured,
    });
  }
  return pages;
}

/** Turned text as it was drawn, letters of one run together. */
function joinTurned(letters: Parameters<typeof groupSegments>[0]): string[] {
  const lines: string[] = [];
  let last: (typeof letters)[number] | undefined;
  for (const letter of letters) {
    const distance = last ? Math.hypot(letter.x - last.x, letter.y - last.y) - last.width : 0;
    const size = last?.size ?? letter.size;
    if (!last || last.angle !== letter.angle || distance > 2 * size) lines.push(letter.text);
    else lines.push((lines.pop() ?? "") + (letter.spaced || distance > 0.17 * size ? " " : "") + letter.text);
    last = letter;
  }
  return lines;
}

async function compose(pdf: Pdf, raw: readonly RawPage[], bytes: Uint8Array): Promise<Reading> {
  const all = raw.flatMap(({ segments }) => segments);
  checkTextLayer(all);
  const restored = restoreSegments(raw.map(({ segments }) => segments));
  const running = findRunningHeads(
    raw.map(({ height }, page) => ({ height, segments: restored[page] ?? [] })),
  );
  const pages = raw.map((page, number): DividedPage => {
    const isRunning = ({ row, text }: Segment): boolean =>
      running[number]?.has(row) === true || SCANNER_MARK.test(text);
    const segments = restored[number] ?? [];
    const edges = segments.filter(isRunning);
    const toLines = (part: readonly Segment[]): string[] =>
      [...new Set(part.map(({ row }) => row))].map((row) =>
        part
          .filter((segment) => segment.row === row)
          .map(({ text }) => text)
          .join(" "),
      );
    return {
      height: page.height,
      body: segments.filter((segment) => !isRunning(segment)),
      heads: toLines(edges.filter(({ y }) => y < page.height / 2)),
      feet: toLines(edges.filter(({ y }) => y >= page.height / 2)),
      turned: page.turned,
    };
  });
  checkHasText(pages, raw, bytes);
  const bodySize = findBodySize(pages);
  const labels = await pdf.getPageLabels().catch(() => null);
  const {
    text,
    blocks,
    pages: spans,
    headings,
  } = composeText(
    arrangePieces(pages, bodySize),
    raw.map((_, number) => labels?.[number]?.trim() || String(number + 1)),
    bodySize,
  );
  const metadata = await pdf.getMetadata().catch(() => null);
  return {
    text,
    blocks: releaseIdleHeadings(text, blocks),
    pages: spans.map((span, number) => {
      const isPicture =
        (raw[number]?.pictured ?? 0) >= PICTURED && countLetters(pages[number]) < FEWEST_LETTERS;
      return isPicture ? { ...span, isPicture } : span;
    }),
    facts: findFacts(metadata?.info, text, headings),
  };
}

/** @throws UnreadableFile `scanned` or `no-text` */
function checkHasText(pages: readonly DividedPage[], raw: readonly RawPage[], bytes: Uint8Array): void {
  const letters = pages.reduce((sum, page) => sum + countLetters(page), 0);
  if (letters >= FEWEST_LETTERS * pages.length) return;
  // The dictionary of a picture stands in plain bytes, in encrypted files too.
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const hasPictures = /\/Subtype\s*\/Image\b/.test(file) || (letters === 0 && raw.some(({ drawn }) => drawn));
  if (hasPictures) throw new UnreadableFile("scanned", { pages: pages.length });
  if (letters === 0) throw new UnreadableFile("no-text");
}

/** Letters and digits of a page's text. */
function countLetters(page: DividedPage | undefined): number {
  return (page?.body ?? []).reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

/** The size that most letters of the text have. Points. */
function findBodySize(pages: readonly DividedPage[]): number {
  const counts = new Map<number, number>();
  for (const { body } of pages) {
    for (const { size, letters } of body) {
      const rounded = Math.round(size * 2) / 2;
      counts.set(rounded, (counts.get(rounded) ?? 0) + letters);
    }
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0] || 10;
}
