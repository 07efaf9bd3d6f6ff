import { describe, expect, it } from "vitest";
import { findAbsentNames } from "../../../index/answer/absent-names.ts";
import type { CandidatePassage } from "../../../index/answer/place-sentences.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { prepare } from "../rank/questions.ts";
import { makeDocument } from "./documents.ts";

/** The absent names of a question over one passage with these sentences; those that are only likely with a question mark. */
function findAbsent(question: string, text: string, unknown: readonly string[] = []): string[] {
  const { document, sentences } = makeDocument(text);
  const passage: CandidatePassage = {
    passage: {
      id: 1,
      documentId: 1,
      start: 0,
      end: text.length,
      firstSentence: 0,
      endSentence: sentences.length,
    },
    document,
    score: 1,
    documentTerms: new Map(),
    sentences,
  };
  const names = findAbsentNames([passage], prepare(question, { unknown }), createTextCache(NO_VOCABULARY));
  return names.map(({ written, isCertain }) => (isCertain ? written : `${written}?`));
}

const TEXT = "Mr. Nguyen Van An came. Ms. Tran Thi Hung spoke with Kim Do-hyun.";

describe("findAbsentNames", () => {
  it("finds names of which a word stands in no document, neighbours as one", () => {
    expect(findAbsent("What did the Orchid Fund give in Hue?", TEXT, ["orchid", "fund", "quy"])).toEqual([
      "Orchid Fund",
    ]);
    expect(findAbsent("Who signed with Harvard and with Oxford?", TEXT, ["harvard", "oxford"])).toEqual([
      "Harvard",
      "Oxford",
    ]);
  });

  it("finds a person whose names are all somebody's, but in no sentence together, as likely only", () => {
    expect(findAbsent("What did Nguyen Van Hung say?", TEXT)).toEqual(["Nguyen Van Hung?"]);
    expect(findAbsent("What did Nguyen Van An say?", TEXT)).toEqual([]);
  });

  it("does not miss a name that is only written apart", () => {
    expect(findAbsent("What did Kim Dohyun say?", TEXT, ["dohyun"])).toEqual([]);
  });

  it("does not miss the initials of a name that stands there", () => {
    expect(findAbsent("What did NVA say?", TEXT, ["nva"])).toEqual([]);
    expect(findAbsent("What did NVB say?", TEXT, ["nvb"])).toEqual(["NVB"]);
  });

  it("misses neither words that are no names, nor numbers", () => {
    expect(
      findAbsent("which scholarships are there in 2031 in the 2nd year", TEXT, [
        "scholarship",
        "2031",
        "2nd",
        "second",
      ]),
    ).toEqual([]);
  });
});
