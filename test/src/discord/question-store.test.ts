import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openQuestionStore, type StoredQuestion } from "../../../src/discord/question-store.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

const asked: StoredQuestion = {
  question: "what will Thăng Long sponsor? 😀",
  filter: { document: "thang-long", after: "2024" },
  scopes: ["shared", "123"],
  locale: "vi",
  userId: "42",
  guildId: "123",
  channelId: "7",
};

async function openAt(now: () => Date = () => new Date("2024-05-01T00:00:00Z")) {
  const file = join(await makeTemporaryFolder(), "bot", "questions.sqlite");
  return { file, store: openQuestionStore(file, now), reopen: () => openQuestionStore(file, now) };
}

describe("the question store", () => {
  it("remembers a question over a restart", async () => {
    const { store, reopen } = await openAt();
    const id = store.remember(asked);
    const inPrivate = store.remember({ ...asked, guildId: null, filter: {}, messageId: "9" });
    store.close();
    const later = reopen();
    expect(later.recall(id)).toEqual(asked);
    expect(later.recall(inPrivate)).toEqual({ ...asked, guildId: null, filter: {}, messageId: "9" });
    later.close();
  });

  it("is not written to where it is only opened", async () => {
    const { file, store, reopen } = await openAt();
    store.close();
    const again = reopen();
    expect(existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0).toBe(0);
    again.close();
  });

  it.each(["", "0", "zzzz", "-1", "1.5", "A", "1 OR 1=1", "zzzzzzzzzzzzzz"])(
    "knows no question %j",
    async (id) => {
      const { store } = await openAt();
      store.remember(asked);
      expect(store.recall(id)).toBeNull();
      expect(store.rate(id, "1", "helpful")).toBe(false);
      store.close();
    },
  );

  it("finds the question that a message answers", async () => {
    const { store } = await openAt();
    const id = store.remember(asked);
    expect(store.recallByMessage("77")).toBeNull();
    store.attachMessage(id, "77");
    expect(store.recallByMessage("77")).toEqual({ ...asked, id, messageId: "77" });
    store.close();
  });

  it("keeps each person's last verdict", async () => {
    const { store, reopen } = await openAt();
    const id = store.remember(asked);
    expect(store.rate(id, "1", "unhelpful", "the date is missing")).toBe(true);
    // Pressed once more, the reason left empty or its modal closed: what was said stays.
    store.rate(id, "1", "unhelpful");
    store.rate(id, "1", "unhelpful", "");
    store.rate(id, "2", "unhelpful");
    store.rate(id, "2", "helpful");
    store.close();
    const later = reopen();
    const common = { id, question: asked.question, locale: "vi", guildId: "123" };
    const times = { askedAt: "2024-05-01T00:00:00.000Z", ratedAt: "2024-05-01T00:00:00.000Z" };
    expect(later.exportFeedback()).toEqual([
      { ...common, ...times, verdict: "unhelpful", reason: "the date is missing", userId: "1" },
      { ...common, ...times, verdict: "helpful", reason: null, userId: "2" },
    ]);
    later.close();
  });

  it("forgets what is old with its verdicts, and never gives its id to another question", async () => {
    let now = new Date("2024-01-01T00:00:00Z");
    const { store } = await openAt(() => now);
    const old = store.remember(asked);
    store.rate(old, "1", "helpful");
    expect(store.forgetOlderThan(new Date("2024-01-01T00:00:00Z"))).toBe(0);
    now = new Date("2024-03-01T00:00:00Z");
    expect(store.forgetOlderThan(new Date("2024-02-01T00:00:00Z"))).toBe(1);
    expect(store.recall(old)).toBeNull();
    expect(store.exportFeedback()).toEqual([]);
    expect(store.remember(asked)).not.toBe(old);
    store.close();
  });
});
