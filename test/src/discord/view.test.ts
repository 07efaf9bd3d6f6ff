import { describe, expect, it } from "vitest";
import { bringInto } from "../../../src/discord/answer-question.ts";
import type { StoredQuestion } from "../../../src/discord/question-store.ts";
import { DEFAULT_SETTINGS } from "../../../src/discord/settings-store.ts";
import { situationOf } from "../../../src/discord/situation.ts";
import { languageOf, placeOf, toFilter, viewOf } from "../../../src/discord/view.ts";

const SERVER = "100000000000000001";
const CHANNEL = "200000000000000001";
const THREAD = "200000000000000002";

const inChannel = { guildId: SERVER, channelId: CHANNEL, parentId: null };
const inThread = { guildId: SERVER, channelId: THREAD, parentId: CHANNEL };

describe("what may be seen in a place", () => {
  it("are the shared documents, and in a server its own", () => {
    expect(viewOf(inChannel, DEFAULT_SETTINGS)).toEqual({ scopes: ["shared", SERVER], isOpen: true });
    expect(viewOf({ ...inChannel, guildId: null }, DEFAULT_SETTINGS).scopes).toEqual(["shared"]);
  });

  it("are only the documents that the channel is tied to, in its threads too", () => {
    const settings = { ...DEFAULT_SETTINGS, documentsByChannel: { [CHANNEL]: ["minutes.md"] } };
    expect(toFilter(viewOf(inChannel, settings))).toEqual({
      scopes: ["shared", SERVER],
      documents: ["minutes.md"],
    });
    expect(viewOf(inThread, settings).documents).toEqual(["minutes.md"]);
    expect(viewOf({ ...inChannel, channelId: "3" }, settings)).not.toHaveProperty("documents");
  });

  it("is nothing where the server wants no answers, threads being as their channel", () => {
    const settings = { ...DEFAULT_SETTINGS, channelIds: [CHANNEL] };
    expect(viewOf(inChannel, settings).isOpen).toBe(true);
    expect(viewOf(inThread, settings).isOpen).toBe(true);
    expect(viewOf({ ...inChannel, channelId: "3" }, settings).isOpen).toBe(false);
  });
});

describe("a place", () => {
  it("has a channel above it where it is a thread, and not where that is a category", () => {
    const source = { guildId: SERVER, channelId: THREAD };
    expect(placeOf({ ...source, channel: { type: 11, parentId: CHANNEL } })).toEqual(inThread);
    expect(placeOf({ ...source, channel: { type: 0, parentId: CHANNEL } }).parentId).toBeNull();
    expect(placeOf({ ...source, channel: null }).parentId).toBeNull();
  });
});

describe("the language of replies", () => {
  it("is the person's, unless the server has chosen one", () => {
    expect(languageOf("vi", DEFAULT_SETTINGS)).toBe("vi");
    expect(languageOf("en-GB", { ...DEFAULT_SETTINGS, language: "vi" })).toBe("vi");
  });
});

describe("a stored question", () => {
  const situation = (guildId: string | null, channelId = CHANNEL) =>
    situationOf({ user: { id: "42" }, guildId, channelId, locale: "en" }, { read: () => DEFAULT_SETTINGS });
  const asked = (guildId: string | null): StoredQuestion => ({
    question: "who signs?",
    filter: {},
    scopes: ["shared", SERVER],
    locale: "en",
    userId: "42",
    guildId,
    channelId: CHANNEL,
  });

  it("may be asked again in its server, in every channel", () => {
    expect(bringInto(asked(SERVER), situation(SERVER, "3"))).toEqual(asked(SERVER));
  });

  it("is not known in another server, nor in other direct messages", () => {
    expect(bringInto(asked(SERVER), situation("100000000000000002"))).toBeNull();
    expect(bringInto(asked(SERVER), situation(null))).toBeNull();
    expect(bringInto(asked(null), situation(null, "3"))).toBeNull();
  });

  it("never sees more than the place lets be seen", () => {
    expect(bringInto(asked(null), situation(null))?.scopes).toEqual(["shared"]);
  });
});
