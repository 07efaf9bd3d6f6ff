import { describe, expect, it } from "vitest";
import { readSmallTalk } from "../../../src/discord/small-talk.ts";

describe("small talk", () => {
  it.each(["thank you!", "Thanks", "thanks a lot for your help :)", "OK, got it", "ok 👍", "great answer"])(
    "is thanks: %s",
    (text) => expect(readSmallTalk(text)).toBe("thanks"),
  );

  it.each(["cảm ơn bạn", "Cám ơn bạn rất nhiều nhé!", "cam on", "Ok cảm ơn", "tuyệt vời", "Được rồi"])(
    "is thanks in Vietnamese: %s",
    (text) => expect(readSmallTalk(text)).toBe("thanks"),
  );

  it.each([
    "help",
    "Help me please!",
    "hello there",
    "Hi Accord",
    "good morning",
    "Xin chào bạn",
    "giúp tôi với",
  ])("is a greeting or a call for help: %s", (text) => expect(readSmallTalk(text)).toBe("greeting"));

  it.each(["", " ", "😀", "?!", "👍🏽 ❤️"])("is a text without a word: '%s'", (text) =>
    expect(readSmallTalk(text)).toBe("wordless"),
  );

  it.each([
    "thanks, and who signs the agreement?",
    "hello, what will Thang Long sponsor?",
    "help for students",
    "who thanks the delegation?",
    "perfect attendance",
    "Viện Thăng Long giúp những gì?",
    "cảm ơn ai?",
    "the answer",
    "2024",
  ])("is none where something is asked: %s", (text) => expect(readSmallTalk(text)).toBeNull());
});
