import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "../../index/document.ts";
import { SHARED_SCOPE } from "../../index/document.ts";
import { findPicturePages } from "../../index/picture-pages.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { openFakeModelEngine } from "./open-test-engine.ts";
import { makeScanned, showPicture, writeLines } from "./read/pdf-by-hand.ts";

function pagesOf(labels: string, pictures: string): Page[] {
  return labels.split(" ").map((label) => {
    const page = { label, start: 0, end: 0 };
    return pictures.split(" ").includes(label) ? { ...page, isPicture: true } : page;
  });
}

describe("pages that are pictures", () => {
  it("are named by their labels, neighbours together", () => {
    expect(findPicturePages(pagesOf("i ii 1 2 3 4 5", "ii 2 3 4"))).toEqual({ labels: "ii, 2-4", count: 4 });
    expect(findPicturePages(pagesOf("1 2 3", "1 3"))).toEqual({ labels: "1, 3", count: 2 });
    expect(findPicturePages(pagesOf("1 2 3", "none"))).toBeNull();
    expect(findPicturePages([])).toBeNull();
  });

  it("are told by a sync when their document is read, by its details, and also of a document that is added", async () => {
    const folder = await makeTemporaryFolder();
    const [corpusFolder, dataFolder] = [folder, join(await makeTemporaryFolder(), "data")];
    const lines = writeLines(["The rectors met in Hue and signed two letters of intent."]);
    await writeFile(join(folder, "part.pdf"), makeScanned([lines, showPicture(), showPicture()]));
    await writeFile(join(folder, "whole.pdf"), makeScanned([lines]));
    const engine = await openFakeModelEngine({ corpusFolder, dataFolder });
    const picturePages = { labels: "2-3", count: 2 };
    expect((await engine.sync()).pictured).toEqual([{ document: "part.pdf", ...picturePages }]);
    expect(await engine.source("part.pdf")).toMatchObject({ pages: 3, picturePages });
    expect(await engine.source("whole.pdf")).not.toHaveProperty("picturePages");
    expect(await engine.sync()).not.toHaveProperty("pictured");
    const bytes = makeScanned([lines, "", showPicture()]);
    await engine.addDocument(SHARED_SCOPE, { name: "added.pdf", bytes, addedBy: "a test" });
    expect(await engine.source("added.pdf")).toMatchObject({ picturePages: { labels: "3", count: 1 } });
  });
});
