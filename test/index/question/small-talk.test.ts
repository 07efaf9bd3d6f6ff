import { describe, expect, it } from "vitest";
import { OPTIONS } from "../../../index/options.ts";
import { isSmallTalk, readSmallTalk } from "../../../index/question/small-talk.ts";

describe("small talk", () => {
  it.each([
    ["thanks", "thank you", "Thanks", "thanks a lot for your help :)", "thx!", "thank you so much, everyone"],
    ["thanks", "cảm ơn bạn", "Cám ơn bạn rất nhiều nhé!", "cam on", "Ok cảm ơn", "hihi, cảm ơn anh chị ạ"],
    [
      "assent",
      "OK, got it",
      "ok 👍",
      "great answer",
      "k",
      "tuyệt vời",
      "Được rồi",
      "dạ vâng ạ",
      "that's all",
    ],
    [
      "greeting",
      "hello there",
      "Hi Accord",
      "good morning",
      "Xin chào bạn",
      "xin chao",
      "how are you today?",
    ],
    ["greeting", "chào buổi sáng", "bạn khoẻ không?", "bạn khỏe không?", "ban khoe ko", "what’s up", "alo"],
    ["help", "help", "Help me please!", "can you help me?", "I need your help", "giúp tôi với", "hướng dẫn"],
    [
      "about",
      "who are you?",
      "what can you do",
      "bạn làm được gì",
      "ban la ai",
      "bạn là AI à?",
      "how do you work",
    ],
    [
      "about",
      "are you a bot",
      "What else can you do for me?",
      "tôi có thể hỏi những gì",
      "bạn tên là gì vậy",
    ],
    ["farewell", "bye bye", "see you later!", "Good night", "tạm biệt nhé", "hẹn gặp lại các bạn"],
    ["apology", "sorry", "I'm so sorry!", "sorry for the trouble", "my bad", "xin lỗi bạn", "xin loi"],
  ])("is %s: %s, %s, %s", (kind, ...texts) => {
    for (const text of texts) expect([text, readSmallTalk(text)?.kind]).toEqual([text, kind]);
  });

  it.each([
    "HELLOOO!!!",
    "thankss",
    "xin chàoo",
    "  «hello»  ",
    "hi 👋🏽",
    "thanks :D",
    "thanks <:heart:1234567890>",
    "thanks :smile:",
    "xin chào".normalize("NFD"),
    "ｈｅｌｌｏ",
  ])("is told in whatever way it is written: %s", (text) => expect(isSmallTalk(text)).toBe(true));

  it.each([
    ["en", "hi", "bye", "hi bot", "thank you", "help the bot", "ok"],
    ["vi", "chào", "cam on", "hi bạn", "ok em", "ban la ai", "bạn là bot à"],
  ])("is in the language of its words (%s): %s, %s, %s", (language, ...texts) => {
    for (const text of texts) expect([text, readSmallTalk(text)?.language]).toEqual([text, language]);
  });

  it("is what matters most of several things", () => {
    expect(readSmallTalk("hello, who are you?")?.kind).toBe("about");
    expect(readSmallTalk("ok, thanks! can you help me?")?.kind).toBe("help");
    expect(readSmallTalk("no thanks, bye")?.kind).toBe("thanks");
  });

  it.each([
    "thanks, and who signs the agreement?",
    "hello, what will Thang Long sponsor?",
    "help for students",
    "help students get",
    "thank you letter to Thang Long",
    "who thanks the delegation?",
    "perfect attendance",
    "Viện Thăng Long giúp những gì?",
    "cảm ơn ai?",
    "what can students do?",
    "who are you and who signs?",
    "bạn là ai trong dự án?",
    "the answer",
    "for you",
    "các bạn",
    "2024",
    "hello 2024",
  ])("is none where anything else is said: %s", (text) => expect(isSmallTalk(text)).toBe(false));

  it.each(["vàng", "đã", "bản", "xin cháo", "god", "cam on ai"])(
    "is none where letters or diacritics are another word's: %s",
    (text) => expect(isSmallTalk(text)).toBe(false),
  );

  it.each(["how does it work?", "what is this?", "dùng thế nào?", "and you?"])(
    "is none where it may point back to an answer: %s",
    (text) => expect(isSmallTalk(text)).toBe(false),
  );

  it.each(["", " ", "😀", "?!", "👍🏽 ❤️", ":D"])("is none without a word: '%s'", (text) =>
    expect(isSmallTalk(text)).toBe(false),
  );

  it("is no longer than a question may be", () => {
    const greeting = "hello ".repeat(OPTIONS.maximumQuestionLength / 6);
    expect(isSmallTalk(greeting)).toBe(true);
    expect(isSmallTalk(`${greeting}hello`)).toBe(false);
  });
});
