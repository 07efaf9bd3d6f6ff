import { describe, expect, it } from "vitest";
import { encodeCustomId } from "../../../src/discord/custom-id.ts";
import { forgiveForgetting } from "../../../src/discord/forgiving-store.ts";
import { openQuestionStore, type StoredQuestion } from "../../../src/discord/question-store.ts";
import { createLogBook } from "../fixtures/log-book.ts";

const asked: StoredQuestion = {
  question: "who signs?",
  filter: {},
  scopes: ["shared"],
  locale: "en",
  userId: "42",
  guildId: null,
  channelId: "7",
};

describe("a store that forgives forgetting", () => {
  it("remembers as the store does", () => {
    const store = openQuestionStore(":memory:");
    const log = createLogBook();
    const forgiving = forgiveForgetting(store, log);
    expect(forgiving.recall(forgiving.remember(asked))).toEqual(asked);
    expect(log.lines).toEqual([]);
    store.close();
  });

  it("gives a question that cannot be remembered an id whose buttons work, and tells the log", () => {
    const store = openQuestionStore(":memory:");
    const log = createLogBook();
    const forgiving = forgiveForgetting(store, log);
    const full = forgiveForgetting(
      {
        ...store,
        remember() {
          throw new Error("database or disk is full");
        },
      },
      log,
    );
    const id = full.remember(asked);
    expect(encodeCustomId({ action: "helpful", question: id })).toBe("a1:helpful:0");
    expect(forgiving.recall(id)).toBeNull();
    expect(forgiving.rate(id, "42", "helpful")).toBe(false);
    expect(log.lines).toMatchObject([{ level: "error", message: "a question could not be remembered" }]);
    store.close();
  });
});
