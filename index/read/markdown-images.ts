import type { Span } from "../document.ts";

/** `![words](address)` or `![words][name]`. Each sign can be read in one way only: no line takes long. */
const IMAGE = /!\[((?:\\.|\[[^[\]]*\]|[^[\]\\])*)\](?:\((?:\\.|\([^()]*\)|[^()\\])*\)|\[[^[\]]*\])/u;
/** What may stand around images: a link, emphasis, white space. */
const AROUND = /^[\s*_]*(?:\[\s*)?$|^(?:\s*\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^[\]]*\]))?[\s*_]*(?:\[\s*)?$/u;
/** A name that a camera or a program gave says nothing. */
const FILE_NAME =
  /^(?:\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|heic)|(?:img|image|dsc|picture|photo)[\s_-]?\d*)$/iu;

/**
 * The spans of the alternative texts on a line that holds Markdown images and nothing else; `null` for other lines.
 * Empty where no image says what it shows.
 */
export function findImageTexts(line: string): Span[] | null {
  if (!line.includes("![")) return null;
  const texts: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(new RegExp(IMAGE, "gu"))) {
    const [whole, words = ""] = match;
    if (!AROUND.test(line.slice(at, match.index))) return null;
    at = match.index + whole.length;
    const start = match.index + 2 + words.length - words.trimStart().length;
    const end = start + words.trim().length;
    if (end > start && !FILE_NAME.test(words.trim())) texts.push({ start, end });
  }
  return at > 0 && AROUND.test(line.slice(at)) ? texts : null;
}

/** Whether a span of a text is the alternative text of a Markdown image. */
export function isImageText(text: string, { start }: Span): boolean {
  return /!\[\s*$/u.test(text.slice(Math.max(0, start - 20), start));
}
