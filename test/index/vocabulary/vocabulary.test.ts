import { describe, expect, it } from "vitest";
import { NO_VOCABULARY, readVocabulary } from "../../../index/vocabulary/vocabulary.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { writeFiles } from "../../write-files.ts";

/** A model's folder with a word list beside it. */
async function writeModel(words: Record<string, string[]>): Promise<string> {
  const folder = await makeTemporaryFolder();
  await writeFiles(folder, { "lexicon-vi-en.json": JSON.stringify(words) });
  return folder;
}

describe("what is known of words", () => {
  it("comes with Accord, whatever the model", async () => {
    const { lexicon, synonyms, neighbours, wordVectors } = await readVocabulary([]);
    expect(lexicon.translate("bien ban ghi nho")).toContain("memorandum");
    expect(synonyms.find(["mou"])).toContainEqual(["memorandum", "understand"]);
    expect(neighbours.find("lectur").map(({ stem }) => stem)).toContain("professor");
    expect(wordVectors.find("lectur")).not.toBeNull();
  });

  it("holds no names yet: those are the team's", async () => {
    expect((await readVocabulary([])).aliases).toEqual([]);
  });

  it("takes from the model's word list only what its own does not list", async () => {
    const model = await writeModel({ "bien ban ghi nho": ["minutes"], "mot hai ba": ["cheers"] });
    const { lexicon } = await readVocabulary([model]);
    expect(lexicon.translate("bien ban ghi nho")).not.toContain("minut");
    expect(lexicon.translate("mot hai ba")).toEqual(["cheer"]);
  });

  it("asks the first model that has a word list, and no later one", async () => {
    const without = await makeTemporaryFolder();
    const first = await writeModel({ "mot hai ba": ["cheers"] });
    const second = await writeModel({ "mot hai ba": ["bottoms"], "ba hai mot": ["countdown"] });
    const { lexicon } = await readVocabulary([without, first, second]);
    expect(lexicon.translate("mot hai ba")).toEqual(["cheer"]);
    expect(lexicon.translate("ba hai mot")).toEqual([]);
  });
});

describe("where nothing is known of any word", () => {
  it("nothing is said for it, nothing is like it, and all are rare", () => {
    const { aliases, lexicon, synonyms, neighbours, wordVectors } = NO_VOCABULARY;
    expect([aliases, lexicon.translate("hop tac"), lexicon.translateBack("cooper")]).toEqual([[], [], []]);
    expect([synonyms.find(["mou"]), neighbours.find("lectur")]).toEqual([[], []]);
    expect([wordVectors.find("lectur"), wordVectors.specificity("the")]).toEqual([null, 1]);
  });
});
