import { describe, expect, it } from "vitest";
import { createReaderChoice } from "../../index/choose-reader.ts";
import type { ReadFile } from "../../index/read/read-file.ts";
import { readPlainText } from "../../index/read/read-text.ts";

/** What is read elsewhere when these files are read. */
async function findElsewhere(isForeign: boolean, files: Readonly<Record<string, string>>): Promise<string[]> {
  const elsewhere: string[] = [];
  const readElsewhere: ReadFile = async (name, bytes) => {
    elsewhere.push(name);
    return { format: "text", reading: await readPlainText(bytes) };
  };
  const read = createReaderChoice(readElsewhere)(isForeign);
  for (const [name, text] of Object.entries(files)) await read(name, Buffer.from(text));
  return elsewhere;
}

const FILES = {
  "a.md": "# Visit\n\nThey came in May.\n",
  "b.txt": "They came in May.\n",
  "c.html": "<!doctype html><title>Visit</title><p>They came in May.</p>",
  "d.txt": "<!doctype html><title>Visit</title><p>They came in May.</p>",
};

describe("the choice of a reader", () => {
  it("reads whatever strangers send elsewhere", async () => {
    expect(await findElsewhere(true, FILES)).toEqual(Object.keys(FILES));
  });

  it("reads the folder's own Markdown and text here, by what they hold, and the rest elsewhere", async () => {
    expect(await findElsewhere(false, FILES)).toEqual(["c.html", "d.txt"]);
  });
});
