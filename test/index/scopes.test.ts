import { describe, expect, it } from "vitest";
import { type Citation, SHARED_SCOPE } from "../../index/document.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { openTestEngine } from "./open-test-engine.ts";
import { storeInScope } from "./store-in-scope.ts";

const GUILD = "guild-1";
const OPEN_WORDS = "The Lotus Fund will sponsor twelve telescopes for the observatory in Hue.";
const SECRET_WORDS = "The Zanzibar Consortium will secretly sponsor ninety telescopes for Da Lat.";
const OPEN_QUESTION = "what will the Lotus Fund sponsor";
const SECRET_QUESTION = "what will the Zanzibar Consortium sponsor";

const files = {
  "open.md": `---\ntitle: Lotus letter\ndate: 2024-05\n---\n${OPEN_WORDS}\n`,
  "both.md": "This text of the shared folder speaks of rivers.\n",
};
const secrets = {
  "secret.md": `---\ntitle: Zanzibar letter\ndate: 2024-05\n---\n${SECRET_WORDS}\n`,
  "both.md": "This text of the server speaks of mountains.\n",
};

/** An engine whose store holds documents of the corpus folder and documents of one server. */
async function openScopes() {
  const corpusFolder = await makeTemporaryFolder();
  const dataFolder = await makeTemporaryFolder();
  await writeFiles(corpusFolder, files);
  const alone = await openTestEngine({ corpusFolder, dataFolder });
  await alone.sync();
  const answersAlone = [await alone.ask(OPEN_QUESTION), await alone.search("telescopes sponsor")];
  await alone.close();
  await storeInScope(dataFolder, GUILD, secrets);
  const engine = await openTestEngine({ corpusFolder, dataFolder });
  return { engine, answersAlone };
}

function scopesIn(...lists: readonly (readonly Citation[])[]): string[] {
  return [...new Set(lists.flat().map(({ scope }) => scope))].sort();
}

describe("documents of a server", () => {
  it("are not seen where only the shared documents are asked, by any method", async () => {
    const { engine } = await openScopes();
    for (const filter of [{}, { scopes: [SHARED_SCOPE] }, { scopes: [SHARED_SCOPE], after: "2020" }]) {
      for (const question of [SECRET_QUESTION, OPEN_QUESTION, "telescopes", "mountains"]) {
        const answer = await engine.ask(question, filter);
        const found = await engine.search(question, { ...filter, limit: 100 });
        const { quotes } = await engine.quote(question, filter);
        expect(scopesIn(answer.quotes, answer.nearest, found, quotes).filter((s) => s === GUILD)).toEqual([]);
      }
      expect(await engine.quote(SECRET_WORDS, filter)).toMatchObject({ exact: false });
      expect((await engine.sources(filter)).every(({ scope }) => scope === SHARED_SCOPE)).toBe(true);
    }
    expect((await engine.sources()).map(({ document }) => document)).toEqual(["both.md", "open.md"]);
    const unknown = { code: "document-unknown" };
    await expect(engine.source("secret.md")).rejects.toMatchObject(unknown);
    await expect(engine.source("zanzibar")).rejects.toMatchObject(unknown);
    await expect(engine.ask("telescopes", { document: "secret.md" })).rejects.toMatchObject(unknown);
    await expect(engine.search("telescopes", { document: "zanzibar" })).rejects.toMatchObject(unknown);
    await expect(engine.quote(SECRET_WORDS, { document: "secret" })).rejects.toMatchObject(unknown);
    expect((await engine.source("both.md")).length).toBe(files["both.md"].length);
    expect(await engine.status()).toMatchObject({ documents: 2, passages: 2 });
  });

  it("change no answer and no score of the shared documents", async () => {
    const { engine, answersAlone } = await openScopes();
    expect([await engine.ask(OPEN_QUESTION), await engine.search("telescopes sponsor")]).toEqual(
      answersAlone,
    );
  });

  it("are all that is seen where only the server is asked", async () => {
    const { engine } = await openScopes();
    const filter = { scopes: [GUILD] };
    const answer = await engine.ask(SECRET_QUESTION, filter);
    expect(answer.quotes[0]).toMatchObject({ scope: GUILD, text: SECRET_WORDS });
    const about = await engine.ask(OPEN_QUESTION, filter);
    const found = await engine.search("telescopes", { ...filter, limit: 100 });
    const wording = await engine.quote("speaks of", filter);
    const lists = [answer.quotes, about.quotes, about.nearest, found, wording.quotes];
    expect(scopesIn(...lists)).toEqual([GUILD]);
    expect(wording.quotes[0]?.document).toBe("both.md");
    expect(await engine.quote(OPEN_WORDS, filter)).toMatchObject({ exact: false });
    expect((await engine.sources(filter)).map(({ document }) => document)).toEqual(["both.md", "secret.md"]);
    await expect(engine.source("open.md", [GUILD])).rejects.toMatchObject({ code: "document-unknown" });
    expect((await engine.source("both.md", [GUILD])).length).toBe(secrets["both.md"].length);
    expect(await engine.status([GUILD])).toMatchObject({ documents: 2, passages: 2 });
  });

  it("are seen beside the shared ones where both are asked, and an unknown server has none", async () => {
    const { engine } = await openScopes();
    const both = { scopes: [SHARED_SCOPE, GUILD] };
    expect(scopesIn(await engine.search("telescopes sponsor", both))).toEqual([GUILD, SHARED_SCOPE]);
    expect((await engine.ask(SECRET_QUESTION, both)).quotes[0]?.scope).toBe(GUILD);
    expect((await engine.ask(OPEN_QUESTION, both)).quotes[0]?.scope).toBe(SHARED_SCOPE);
    expect(scopesIn((await engine.quote("this text of the", both)).quotes)).toEqual([GUILD, SHARED_SCOPE]);
    expect(await engine.sources(both)).toHaveLength(4);
    expect(await engine.status(both.scopes)).toMatchObject({ documents: 4, passages: 4 });
    for (const scopes of [[], ["guild-2"], ["shared "], ["%"]]) {
      expect(await engine.ask(OPEN_QUESTION, { scopes })).toMatchObject({ quotes: [], nearest: [] });
      expect(await engine.search("telescopes", { scopes })).toEqual([]);
      expect(await engine.quote(OPEN_WORDS, { scopes })).toEqual({ exact: false, quotes: [] });
      expect(await engine.sources({ scopes })).toEqual([]);
      await expect(engine.source("both.md", scopes)).rejects.toMatchObject({ code: "document-unknown" });
      expect(await engine.status(scopes)).toMatchObject({ documents: 0, passages: 0 });
    }
  });

  it("stay when the corpus folder is synced", async () => {
    const { engine } = await openScopes();
    expect(await engine.sync()).toMatchObject({ removed: 0, unchanged: 2 });
    expect(await engine.sources({ scopes: [GUILD] })).toHaveLength(2);
  });

  it("named twice are seen once", async () => {
    const { engine } = await openScopes();
    const once = await engine.search("telescopes sponsor", { scopes: [GUILD] });
    expect(await engine.search("telescopes sponsor", { scopes: [GUILD, GUILD] })).toEqual(once);
    expect(await engine.sources({ scopes: [GUILD, GUILD] })).toHaveLength(2);
    expect((await engine.source("secret", [GUILD, GUILD])).document).toBe("secret.md");
  });
});
