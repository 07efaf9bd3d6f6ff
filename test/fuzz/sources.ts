import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Format } from "../../index/document.ts";
import { unpack } from "../../index/read/docx/unpack.ts";
import { makePdf, writeLines } from "../index/read/pdf-by-hand.ts";
import type { Parts } from "./mutate-docx.ts";

/** A sound file that damaged ones are made from. */
export interface Source {
  readonly bytes: Buffer;
  /** Of a Word document. */
  readonly parts: Parts | null;
}

/** The ending of each format's files. */
export const ENDINGS: Readonly<Record<Format, string>> = {
  pdf: ".pdf",
  docx: ".docx",
  html: ".html",
  email: ".eml",
  markdown: ".md",
  text: ".txt",
};

const ROOT = join(import.meta.dirname, "../..");

/** The fixtures of a format, or the corpus; always in the same order. */
export async function listSources(format: Format): Promise<Source[]> {
  const isOwn = format === "markdown" || format === "text";
  const folder = join(ROOT, isOwn ? "corpus" : "test/fixtures/documents");
  const ending = isOwn ? ".md" : ENDINGS[format];
  const names = (await readdir(folder)).filter((name) => extname(name) === ending).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  if (format === "docx") {
    return Promise.all(files.map(async (bytes) => ({ bytes, parts: await unpackAll(bytes) })));
  }
  const more = format === "pdf" ? makePdfs() : format === "text" ? files.slice(0, 2).flatMap(encode) : [];
  return [...files, ...more].map((bytes) => ({ bytes, parts: null }));
}

async function unpackAll(bytes: Buffer): Promise<Parts> {
  return (await unpack(bytes, (name) => !name.endsWith("/"))).parts;
}

/** Files whose streams are not packed, with two fonts, labels and a form. */
function makePdfs(): Buffer[] {
  const pages = ["First", "Second", "Third"].map((word, number) =>
    writeLines([
      `${word} page of the agreement between Marlow and Halam.`,
      "1. Both parties exchange students of engi-",
      "neering for one semester each year.",
      `\u2022 ${number + 1} May 2024`,
    ]),
  );
  const form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 6 >>\nstream\n/Fm Do\nendstream";
  const label = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 9 >>] >>";
  return [
    makePdf({ pages, catalog: label, info: "/Title (An agreement) /CreationDate (D:20240501)" }),
    makePdf({ pages: pages.slice(1), differences: "65 /uni1EA0 /uni00AD /fi", objects: [form] }),
  ].map((bytes) => Buffer.from(bytes));
}

/** The same text in the encodings that are read besides UTF-8. */
function encode(bytes: Buffer): Buffer[] {
  const text = bytes.toString("utf8");
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  return [little, Buffer.from(little).swap16(), little.subarray(2), Buffer.from(text, "latin1")];
}
