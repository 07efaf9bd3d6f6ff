import { posix } from "node:path";
import type { Format } from "../document.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Bytes at a file's beginning that tell text formats apart: head of an HTML page, headers of a mail. */
const HEAD = 64 * 1024;

/** Bytes within which a PDF's mark may stand behind something else: what PDF readers allow. */
const PDF_HEAD = 1024;

/** Endings of text files that hold data or programs and no prose: they would make quotes of commas and brackets. */
const NOT_PROSE = new RegExp(
  `\\.(?:${[
    "csv|tsv|jsonl?|geojson|ipynb|xml|ya?ml|toml|ini|conf|cfg|env|properties|plist|reg|lock|map|diff|patch",
    "css|less|s[ac]ss|svg|vue|[cm]?[jt]sx?|py|sh|bat|cmd|ps1|vbs|sql|c|cc|cpp|h|hpp|cs|java|kts?|go|rs|rb|php|pl|lua|swift",
    "scala|asm|cmake|mk|ics|vcf|srt|vtt|tex|bib|log",
  ].join("|")})$`,
  "iu",
);

/** Beginnings of such files that have another name or none, each with the ending that they usually have. */
const BEGINS_DATA: readonly (readonly [string, RegExp])[] = [
  [".json", /^(?:\{\s*"(?:[^"\\\n]|\\.)*"\s*:|\[\s*(?:\{\s*["}]|\[\s*["\d[-]))/u],
  [".xml", /^<(?:\?xml|svg|rss|feed|plist)[\s>]/iu],
  [".sh", /^#!\s*\//u],
  [".ini", /^\[[^\]\n]{1,80}\]\s*\n[\w.-]+\s*=/u],
  [".vcf", /^BEGIN:V(?:CARD|CALENDAR)\b/u],
  [".pem", /^-----BEGIN [A-Z ]*(?:KEY|CERTIFICATE)/u],
];

const MARKDOWN_NAME = /\.(?:md|markdown)$/iu;
const TEXT_NAME = /\.(?:txt|text)$/iu;
const HTML_NAME = /\.x?html?$/iu;
const EMAIL_NAME = /\.(?:eml|mht|mhtml)$/iu;

const BEGINS_HTML =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<(?:!doctype\s+html\b|(?:html|head|body)[\s>])/iu;
const HEADERS =
  /^(?:From [^\r\n]*\r?\n)?((?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,})(?:\r?\n|$)/u;
/** What a mail program writes; a memo that opens with "From:" and "Subject:" has none of these. */
const MAIL_HEADER =
  /^(?:mime-version|message-id|received|return-path|content-type|delivered-to|dkim-signature|x-[\w-]+):/imu;
const BEGINS_MARKDOWN = /^(?:---[ \t]*\r?\n|#{1,6} \S)/u;

/**
 * The format of a file, by what it holds; its name decides only between Markdown and plain text, and helps where a page
 * or a mail does not begin like one.
 *
 * @throws UnreadableFile `format` for a kind of file that is not read, `encrypted` for a protected office document
 */
export async function chooseFormat(name: string, bytes: Uint8Array): Promise<Format> {
  return guessText(name, bytes) ?? (await identify(name, bytes));
}

/**
 * Whether a file is Markdown or plain text. Quick, and safe with bytes from strangers: it looks at the beginning only.
 */
export function isOwnText(name: string, bytes: Uint8Array): boolean {
  try {
    const format = guessText(name, bytes);
    return format === "markdown" || format === "text";
  } catch {
    return false;
  }
}

/** The format of a file that is text; `null` for a binary one. */
function guessText(name: string, bytes: Uint8Array): Format | null {
  const begins = (...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  const utf16 = begins(0xff, 0xfe) || begins(0xfe, 0xff);
  const first = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  if (first.subarray(0, PDF_HEAD).includes("%PDF-")) return "pdf";
  if (
    (begins(0x50, 0x4b) && (bytes[2] ?? 0xff) < 0x09) ||
    begins(0xd0, 0xcf, 0x11, 0xe0) ||
    begins(0x7b, 0x5c, 0x72, 0x74, 0x66)
  )
    return null;
  if (!utf16 && first.includes(0)) return null;
  const head = (
    utf16 ? new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be") : new TextDecoder("latin1")
  )
    .decode(first)
    .replace(/^(?:\uFEFF|ï»¿)/u, "")
    .trimStart();
  if (BEGINS_HTML.test(head)) return "html";
  const headers = HEADERS.exec(head)?.[1];
  if (headers !== undefined && (MAIL_HEADER.test(headers) || EMAIL_NAME.test(name))) return "email";
  if (HTML_NAME.test(name) && /<\/?[a-z][^>]*>/iu.test(head)) return "html";
  if (NOT_PROSE.test(name)) throw new UnreadableFile("format", { format: posix.extname(name).toLowerCase() });
  if (MARKDOWN_NAME.test(name)) return "markdown";
  if (TEXT_NAME.test(name)) return "text";
  const data = BEGINS_DATA.find(([, beginning]) => beginning.test(head));
  if (data) throw new UnreadableFile("format", { format: data[0] });
  return BEGINS_MARKDOWN.test(head) ? "markdown" : "text";
}

/** The format of a binary file. The library for it is loaded when first needed. */
async function identify(name: string, bytes: Uint8Array): Promise<Format> {
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = found?.ext ?? "";
  if (kind === "pdf") return "pdf";
  if (/^do[ct][xm]$/u.test(kind)) return "docx";
  if (kind === "cfb" && Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))) {
    throw new UnreadableFile("encrypted");
  }
  // What nothing is known of may be text in an encoding that holds zeros; reading it says so if not.
  if (kind === "") return MARKDOWN_NAME.test(name) ? "markdown" : "text";
  // Old office formats share one container: their names say more than "cfb", and a zip's more than "zip".
  const ending = posix.extname(name).toLowerCase();
  const isBare = (kind === "cfb" || kind === "zip") && ending.length > 1;
  if (kind === "zip" && ending === ".docx") return "docx";
  throw new UnreadableFile("format", { format: isBare ? ending : `.${kind}` });
}
