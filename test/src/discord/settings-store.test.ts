import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../index/index.ts";
import { DEFAULT_SETTINGS, openSettingsStore } from "../../../src/discord/settings-store.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { createLogBook } from "../fixtures/log-book.ts";

const SERVER = "100000000000000001";
const OTHER = "100000000000000002";

async function openStore() {
  const file = join(await makeTemporaryFolder(), "bot", "settings.sqlite");
  const log = createLogBook();
  return { file, log, store: openSettingsStore(file, log), reopen: () => openSettingsStore(file, log) };
}

describe("the settings of servers", () => {
  it("are the defaults until something is decided, and in direct messages", async () => {
    const { store } = await openStore();
    expect(store.read(SERVER)).toEqual(DEFAULT_SETTINGS);
    expect(store.read(null)).toEqual(DEFAULT_SETTINGS);
    store.close();
  });

  it("outlive a restart, one server's apart from another's", async () => {
    const { store, reopen } = await openStore();
    const documentsByChannel = { "200000000000000001": ["minutes/2024.md"] };
    store.change(SERVER, { visibility: "private", language: "vi" });
    const changed = store.change(SERVER, { documentsByChannel });
    expect(changed).toEqual({
      ...DEFAULT_SETTINGS,
      visibility: "private",
      language: "vi",
      documentsByChannel,
    });
    store.close();
    const later = reopen();
    expect(later.read(SERVER)).toEqual(changed);
    expect(later.read(OTHER)).toEqual(DEFAULT_SETTINGS);
    later.forget(SERVER);
    expect(later.read(SERVER)).toEqual(DEFAULT_SETTINGS);
    later.close();
  });

  it("that are not what they should be count as not decided, the others stay", async () => {
    const { file, store, log } = await openStore();
    store.change(SERVER, { visibility: "private" });
    store.change(OTHER, { visibility: "private" });
    const database = openDatabase(file);
    const write = database.prepare("UPDATE settings SET value = ? WHERE guild_id = ?");
    write.run(
      JSON.stringify({ visibility: "private", language: "fr", channelIds: ["general"], more: 1 }),
      SERVER,
    );
    write.run("{", OTHER);
    database.close();
    expect(store.read(SERVER)).toEqual({ ...DEFAULT_SETTINGS, visibility: "private" });
    expect(store.read(OTHER)).toEqual(DEFAULT_SETTINGS);
    expect(log.lines).toMatchObject([{ level: "error", facts: { guildId: OTHER } }]);
    store.close();
  });
});
