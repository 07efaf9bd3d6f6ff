import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { UnreadableFile } from "../unreadable-file.ts";
import { checkStreams } from "./check-streams.ts";
import { PDF_LIMITS } from "./limits.ts";

/** An open PDF as pdf.js hands it out. */
export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** pdf.js's names of drawing operations, as numbers. */
export type Operations = Awaited<ReturnType<typeof getResolvedPDFJS>>["OPS"];

/**
 * Opens a PDF with everything off that text does not need: scripts, fonts of the system, pictures, fetches. The caller
 * destroys it (`pdf.loadingTask.destroy()`).
 *
 * @throws UnreadableFile `encrypted` where a password is needed to open it, `damaged`, `pages` or `unpacked`
 */
export async function openPdf(bytes: Uint8Array): Promise<{ pdf: Pdf; operations: Operations }> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_LIMITS.header));
  if (!head.includes("%PDF-")) throw new UnreadableFile("damaged", { reason: { code: "no-header" } });
  checkEnd(bytes, head);
  checkStreams(bytes);
  addArrayBufferTransfer();
  const { OPS } = await getResolvedPDFJS();
  const pdf = await open(bytes);
  if (pdf.numPages > PDF_LIMITS.pages) {
    await pdf.loadingTask.destroy();
    throw new UnreadableFile("pages", { pages: pdf.numPages, limit: PDF_LIMITS.pages });
  }
  return { pdf, operations: OPS };
}

/**
 * A file that was cut off while it was copied lacks its end. pdf.js would find some of its pages and leave out the others
 * without a word.
 */
function checkEnd(bytes: Uint8Array, head: Buffer): void {
  const length = /\/Linearized\b[^>]*\/L\s+(\d+)/.exec(head.toString("latin1"))?.[1];
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-PDF_LIMITS.tail);
  const isCut = length !== undefined && Number(length) > bytes.length;
  if (isCut || !tail.includes("%%EOF")) throw new UnreadableFile("damaged", { reason: { code: "no-end" } });
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: pdf.js takes the bytes away from its caller, and refuses a Buffer (whose slice would be no copy either).
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      // Pictures above one pixel are not unpacked.
      maxImageSize: 1,
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw new UnreadableFile("encrypted");
    throw toDamage(error);
  }
}

/** The problem behind an error of pdf.js. Its messages name objects of the file and nothing of the machine. */
export function toDamage(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const message = error instanceof Error ? error.message : String(error);
  const reason = message.replace(/\s+/g, " ").replace(/\.$/, "").slice(0, 100);
  return new UnreadableFile("damaged", { reason: reason || { code: "unexplained" } }, { cause: error });
}

/** Node 20 lacks what pdf.js 5.4 shortens a buffer with; pdf.js itself adds the other things that it misses. */
function addArrayBufferTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      return this.slice(0, length);
    },
  });
}
