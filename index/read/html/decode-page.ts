import { compose } from "../../text/compose.ts";
import { decodeText } from "../decode.ts";

/** Bytes within which a page names its encoding. The HTML standard (13.2.3.2) has 1,024; saved pages put more before. */
const HEAD_BYTES = 8_192;

const CHARSET = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const XML_ENCODING = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i;

/**
 * The source of a page as text in composed letters, with what it says of its encoding (`<meta charset>`, `http-equiv`, an XML declaration)
 * as a hint. Without a byte-order mark.
 *
 * @param served the charset that it was served with
 * @throws UnreadableFile where no encoding fits
 */
export function decodePage(bytes: Uint8Array, served?: string): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const declared = (CHARSET.exec(head) ?? XML_ENCODING.exec(head))?.[1];
  return compose(decodeText(bytes, { declared, served, restores: false }).replace(/^\uFEFF/, ""));
}
