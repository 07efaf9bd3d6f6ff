/** What a response says that its body is. */
export interface ContentType {
  /** In small letters, without parameters; `application/octet-stream` where nothing is said. */
  readonly type: string;
  /** The charset declared, in small letters; `null` where none is. */
  readonly charset: string | null;
}

/** Bytes whose kind nobody knows: readers look at the content. */
const UNKNOWN = "application/octet-stream";

/** What readers can make something of, and the ending that its files have; `null` where the file's own name decides. */
const EXTENSIONS: Readonly<Record<string, string | null>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "txt",
  "text/markdown": "md",
  "text/x-markdown": "md",
  "application/pdf": "pdf",
  "application/x-pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "message/rfc822": "eml",
  [UNKNOWN]: null,
  // What object stores call it.
  "binary/octet-stream": null,
};

/** Endings that a file may bring along. */
const KNOWN_ENDINGS: ReadonlySet<string> = new Set(
  [...Object.values(EXTENSIONS), "htm", "xhtml", "markdown", "text"].filter((ending) => ending !== null),
);

const TOKEN = "[\\w!#$%&'*+.^`|~-]{1,127}";
const TYPE = new RegExp(`^\\s*(${TOKEN}/${TOKEN})\\s*(?:;|$)`);
const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]{1,40})"?\s*(?:;|$)/i;

/** Reads a `content-type` header (RFC 9110, 8.3). What is not one at all is taken for none. */
export function parseContentType(header: string | null): ContentType {
  const type = TYPE.exec(header ?? "")?.[1]?.toLowerCase() ?? UNKNOWN;
  return { type, charset: CHARSET.exec(header ?? "")?.[1]?.toLowerCase() ?? null };
}

/** The types that are fetched, as an `accept` header. */
export const ACCEPT =
  "text/html, application/xhtml+xml, application/pdf, text/markdown, text/plain;q=0.9, application/vnd.openxmlformats-officedocument.wordprocessingml.document, message/rfc822, */*;q=0.1";

/** Whether a reader may be able to read it. */
export function isReadable(type: string): boolean {
  return Object.hasOwn(EXTENSIONS, type);
}

/** The ending of a file of this type and name, without the dot: the name's own where the type leaves it open. */
export function endingFor(type: string, fileName: string): string {
  const own = /\.([a-z]{2,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const isOpen = !isReadable(type) || EXTENSIONS[type] === null || type === "text/plain";
  if (isOpen && KNOWN_ENDINGS.has(own)) return own;
  return (isReadable(type) ? EXTENSIONS[type] : null) ?? "bin";
}
