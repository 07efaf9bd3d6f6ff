import { describe, expect, it } from "vitest";
import { createHeadMatcher } from "../../../index/answer/surroundings.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { parseLexicon } from "../../../index/vocabulary/lexicon.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { prepare } from "../rank/questions.ts";

describe("createHeadMatcher", () => {
  it("reads a heading in its document's language, whichever document came first", () => {
    const lexicon = parseLexicon("hợp tác = cooperation");
    const question = prepare("which cooperation", { vocabulary: { ...NO_VOCABULARY, lexicon } });
    const strengths = (...languages: readonly ("en" | "vi")[]) => {
      const match = createHeadMatcher(question, createTextCache(NO_VOCABULARY));
      return new Map(languages.map((language) => [language, match("Hợp tác", language)]));
    };
    const [first, second] = [strengths("vi", "en"), strengths("en", "vi")];
    expect(first.get("vi")).not.toEqual(first.get("en"));
    expect(second).toEqual(first);
  });
});
