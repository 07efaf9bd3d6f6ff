/** Reads a PDF whose pages cannot be found, with nobody listening for rejected promises but the reader. */
import { readPdf } from "../../../index/read/pdf.ts";
import { makePdf, writeLines } from "./pdf-by-hand.ts";

const pages = ["A", "B", "C"].map((letter) => writeLines([`Page ${letter}.`]));
const whole = Buffer.from(makePdf({ pages })).toString("latin1");
const odd = whole.replace("12 0 obj", "12 9 obj").replace("14 0 obj", "14 9 obj");
const outcome = await readPdf(new Uint8Array(Buffer.from(odd, "latin1"))).catch((error: Error) => error.name);
// Time in which a stray rejection would end the process.
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(outcome, process.listenerCount("unhandledRejection"));
