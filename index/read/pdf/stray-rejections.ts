/** What pdf.js throws for odd files, by name: `FormatError`, `XRefEntryException`. */
const ODD_FILE = /^(?:FormatError|\w+Exception|J(?:px|big2|peg)Error)$/;

/**
 * Does some work with pdf.js. It fetches pages ahead, and where it gives a file up before it needs them, nobody waits for
 * their errors any more: node would end the process, perhaps while it reads the next file. Such errors are dropped, all
 * others go their way.
 */
export async function dropStrayRejections<T>(work: () => Promise<T>): Promise<T> {
  const drop = (reason: unknown): void => {
    if (!isFromPdf(reason)) throw reason;
  };
  process.on("unhandledRejection", drop);
  try {
    return await work();
  } finally {
    // Node tells of them when everything that was ready has run.
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", drop);
  }
}

function isFromPdf(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return ODD_FILE.test(reason.name) || /[\\/]unpdf[\\/]dist[\\/]pdfjs/.test(reason.stack ?? "");
}
