/** Small PDFs written by hand, for what no PDF library makes on purpose. */

/** Text of a page: PDF's drawing operators. */
export interface HandMade {
  /** One entry a page. Fonts are /F1 (plain) and /F2 (bold). */
  readonly pages: readonly string[];
  /** The plain font's name. */
  readonly font?: string;
  /** Characters with a code of their own: "173 /uni00AD". */
  readonly differences?: string;
  /** More entries of the plain font. */
  readonly fontEntries?: string;
  /** More entries of each page, of the catalog, of the file's information. */
  readonly page?: string;
  readonly catalog?: string;
  readonly info?: string;
  /** More objects, numbered from 1000. */
  readonly objects?: readonly string[];
}

/** The bytes of such a file. Texts are Latin-1: a character is its byte. */
export function makePdf(made: HandMade): Uint8Array {
  const {
    pages,
    font = "Helvetica",
    differences = "",
    fontEntries = "",
    page = "",
    catalog = "",
    info = "",
    objects = [],
  } = made;
  const numbered = new Map<number, string>();
  const kids = pages.map((_, position) => `${10 + 2 * position} 0 R`);
  const encoding = `<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >>`;
  numbered.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  numbered.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(" ")}] >>`);
  numbered.set(
    3,
    `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding ${encoding} ${fontEntries} >>`,
  );
  numbered.set(4, `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>`);
  numbered.set(5, `<< ${info} >>`);
  for (const [position, content] of pages.entries()) {
    const resources = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>";
    numbered.set(
      10 + 2 * position,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${11 + 2 * position} 0 R ${page} >>`,
    );
    numbered.set(11 + 2 * position, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const [position, object] of objects.entries()) numbered.set(1000 + position, object);
  let file = "%PDF-1.7\n";
  const entries: string[] = [];
  for (const [number, body] of numbered) {
    entries.push(`${number} 1\n${String(file.length).padStart(10, "0")} 00000 n \n`);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const size = Math.max(...numbered.keys()) + 1;
  file += `xref\n0 1\n0000000000 65535 f \n${entries.join("")}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** Lines of text from the top of a page, 14 points apart, in letters of 11 points. */
export function writeLines(lines: readonly string[], { left = 72, top = 770 } = {}): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
  return `BT /F1 11 Tf 14 TL ${left} ${top} Td\n${shown}\nET`;
}

/** A page that a picture fills, or of which it covers a part, in a file of `makeScanned`. */
export const showPicture = (width = 595, height = 842): string => `q ${width} 0 0 ${height} 0 0 cm /X1 Do Q`;

/** A file that has a picture for its pages to show. */
export function makeScanned(pages: readonly string[]): Uint8Array {
  const picture =
    "<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 16 >>\nstream\nAAAABBBBAAAABBBB\nendstream";
  const page = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /X1 1000 0 R >> >>";
  return makePdf({ pages, page, objects: [picture] });
}
