import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIONS } from "../../../index/options.ts";
import { markMarkdown } from "../../../index/read/markdown.ts";
import { markPlainText } from "../../../index/read/plain-text.ts";
import { splitSentences } from "../../../index/split/sentences.ts";
import { anyText } from "../any-text.ts";
import { kindsOf, lettersOf, makeBlock, sliceOf, splitText } from "./split-text.ts";

describe("a sentence", () => {
  it.each([
    ["titles", "Assoc. Prof. Dr. Dao Thanh Truong thanked Mr. Benjamin Hok Bun KU."],
    ["a title spelt otherwise", "They met the Asso. Prof. Nguyen Thu Thuy and Ms. Bi Xiaohan."],
    ["degrees", "The talk was given by PhD. Nguyen Van A and Ph.D. Tran Thi B of the faculty."],
    ["the number of a document", "The Department issued Plan No. 850/KH-SGDĐT on integration."],
    ["an article of a law", "It follows Art. 3 and Sec. 12 of the law."],
    ["a day of a short month", "It was signed on Apr. 23 in Hanoi."],
    ["initials", "The report of J. Baker and T. A. Dung was read."],
    ["a country in letters", "The U.S. Embassy and the U.K. Government took part."],
    ["an example", "Countries, e.g. Thailand, i.e. ASEAN members, took part."],
    ["etc. before a comma", "Topics are health, justice, etc., and others."],
    ["etc. before a semicolon", "Topics are health, etc.; and training courses online."],
    ["etc. before a small letter", "Health, justice, etc. are the topics."],
    ["Vietnamese titles", "PGS. TS. Nguyễn Văn A và GS.TS. Trần Thị B đã dự họp tại TP. Hồ Chí Minh."],
    ["decimals and groups", "It grew by 2.5 to 1.453 and 1,453 students."],
    ["dates with stops", "On 2024.04.23 and 23.4.2024 they met."],
    [
      "a stray stop before a comma",
      "Support in strategy and planning development. , manage the TVET system.",
    ],
    [
      "a stray stop before a small letter",
      "In line with the priorities in the plan. cooperation of the IOM.",
    ],
    ["no space behind a comma", "Ms. Bi Xiaohan,Deputy Director of UNESCO-ICHEI,spoke."],
    ["a quotation inside", 'The workshop "Making a Difference. Social Work" attracted many.'],
    ["a quotation with typographic marks", "They held “Social Work. A Profession”, which went well."],
    ["the number of an entry", "1. Training of lecturers"],
    ["dots inside", "He said... and then went on."],
    ["a line break", "They look forward to the participation of UNESCO.\n and IOM in this week."],
    ["a line break inside a title", "They met Assoc.\r\nProf. Dr. Truong in Hanoi."],
    ["a web address", "See www.example.org/a.b for the plan."],
    ["titles without a space", "Assoc.Prof. Le Thi Bich Suong and BSCKII. Luong Thi Xuan took part."],
    ["the number of a clause", "4.1. Otago shall send two teams each year."],
    ["the numbers of entries in one line", "Annexes: 1. List of equipment; 2. Rules of the scholarship."],
    ["a title in bold letters", "**Ham Rong.** Two air conditioners were put in."],
    ["a title in bold letters behind a number", "5.1. *Water pumps.* The farmers asked for 16 more."],
    ["a firm in bold letters", "**Marine Vina Co., Ltd.**, Dong Hoi Port, is the third party."],
    ["a title of a word or two", "3.1. Na Uy. Hai trường mời hai chuyên gia sang dạy."],
    ["a yes", "Yes. You may name two hosts in order of preference."],
    ["the cells of a table's row", "| No. | What is done. Or not | Who |"],
  ])("goes on over %s", (_, text) => {
    expect(splitText(text)).toEqual([text]);
  });

  it.each([
    ["a stop", "They met again.", "They agreed."],
    ["a question", "Who met them?", "Both sides did."],
    ["a call", "You are welcome!", "The hall is open."],
    ["etc. before a capital", "Topics are health, justice, etc.", "Both sides agreed."],
    ["three dots", "They train talents of the new era...", "Notably, they agreed."],
    ["a closing quotation mark", '"It works well."', "The plan goes on."],
    ["a sentence inside a speech", 'He said: "We met.', 'We agreed."'],
    ["a closing bracket", "(It was signed in May.)", "The plan goes on."],
    ["a year", "It was founded in 1956.", "It has five colleges."],
    ["a number, before a number", "It has 16 faculties.", "107 programs are offered."],
    ["a short word that is no abbreviation", "He is in.", "She is out."],
    ["minutes", "The test takes 5 min.", "The next one is longer."],
    ["an abbreviation without a stop", "It was signed by HUST.", "The plan goes on."],
    ["no, before a word", "The answer is no.", "They left."],
    ["a number behind a colon", "Teachers of the school: 12.", "Students: 300."],
    [
      "a sentence in bold letters",
      "**All who apply must send the form by the fifth of May.**",
      "Late forms are lost.",
    ],
    ["a web address", "The form is at www.usaid.gov.", "The deadline is 5 May."],
    ["what stands in bold letters", "Two rooms of the house are **free.**", "One is closed."],
    ["a sentence behind a bar", "| is a sign.", "The dean uses it."],
    ["a Vietnamese sentence", "Hai bên đã họp.", "Đoàn đại biểu đến từ Nhật Bản."],
  ])("ends after %s", (_, first, second) => {
    expect(splitText(`${first} ${second}`)).toEqual([first, second]);
    expect(splitText(`${first}\n${second}`)).toEqual([first, second]);
  });

  it("is a whole heading and a whole caption", () => {
    const text = "About HUST. Its history";
    expect(kindsOf(text, splitSentences(makeBlock(text, "heading")))).toEqual([["heading", text]]);
    expect(kindsOf(text, splitSentences(makeBlock(text, "caption")))).toEqual([["caption", text]]);
  });

  it("has the kind of its block", () => {
    const text = "Training begins in the autumn. It ends in May.";
    expect(splitSentences(makeBlock(text, "item")).map(({ kind }) => kind)).toEqual(["item", "item"]);
  });

  it("begins with the title that stands before it in its entry", () => {
    const first = `Meetings in Hung Yen. The team was received by ${"the Vice Chairman and ".repeat(8)}the Mayor.`;
    const text = `${first} It went well.`;
    expect(kindsOf(text, splitSentences(makeBlock(text, "item")))).toEqual([
      ["item", first],
      ["item", "It went well."],
    ]);
  });

  it("is a sentence of an entry, though it is short", () => {
    expect(splitText("Hue pays the rent. Ghent pays all flights.", "item")).toEqual([
      "Hue pays the rent.",
      "Ghent pays all flights.",
    ]);
  });

  it("takes one title along, not a row of short sentences", () => {
    expect(splitText("Open. Closed. Late.")).toEqual(["Open. Closed.", "Late."]);
  });

  it("is not made of furniture, of front matter, or of signs", () => {
    expect(splitText("Comment (0)", "furniture")).toEqual([]);
    expect(splitText("title: A", "front-matter")).toEqual([]);
    expect(splitText("... ?! 👍")).toEqual([]);
  });

  it("begins behind the mark of a quoted line", () => {
    const text = "We welcome the plan\n> of both sides.\n> It goes on.";
    expect(splitText(text)).toEqual(["We welcome the plan\n> of both sides.", "It goes on."]);
  });
});

describe("a long sentence", () => {
  const filler =
    "the improvement of the quality of training for lecturers and students of both sides, ".repeat(5);

  it.each([
    ["(i) ", "(ii) ", "(iii) "],
    ["(1) ", "(2) ", "(3) "],
    ["(a) ", "(b) ", "(c) "],
    ["1) ", "2) ", "3) "],
    ["a) ", "b) ", "c) "],
    ["( i) ", "( ii) ", "( iii) "],
  ])("is divided at %s", (...marks) => {
    const parts = ["They agreed on:", ...marks.map((mark) => `${mark}${filler}so;`)];
    const text = parts.join(" ");
    expect(kindsOf(text, splitSentences(makeBlock(text)))).toEqual(
      parts.map((part, index) => [index === 0 ? "text" : "item", part]),
    );
  });

  it("that begins with an entry is divided before the next ones", () => {
    const text = `(i) ${filler}and (ii) ${filler}so.`;
    expect(splitText(text)).toEqual([`(i) ${filler}and`, `(ii) ${filler}so.`]);
  });

  it.each([
    ["numbers said twice", "five (5) schools and three (3) institutes"],
    ["a point that is named", "as said (see points 1) and 2) of the plan)"],
    ["entries that are named out of order", "in (ii) and in (i) of the plan"],
    ["one mark alone", "in (i) of the plan"],
  ])("is not divided at %s", (_, words) => {
    const text = `They agreed on ${filler}${words} and so on.`;
    expect(text.length).toBeGreaterThan(OPTIONS.longSentence);
    expect(text.length).toBeLessThan(OPTIONS.maximumQuoteLength);
    expect(splitText(text)).toEqual([text]);
  });

  it("is left whole when it is not too long to quote, and divided at semicolons when it is", () => {
    const short = `They agreed on ${filler}this; and on that.`;
    expect(splitText(short)).toEqual([short]);
    const parts = [`They agreed on ${filler}this;`, `on ${filler}that;`, "and on more."];
    expect(splitText(parts.join(" "))).toEqual(parts);
  });

  it("without any mark is cut between words at last, with or without entries", () => {
    const endless = "word ".repeat(2_000).trim();
    for (const text of [endless, `(i) a (ii) ${endless} (iii) b`]) {
      const parts = splitText(text);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(2_000);
      expect(parts.join(" ")).toBe(text);
    }
  });

  it("is never cut inside a character", () => {
    const text = `a${"👩".repeat(3_000)}b`;
    expect(splitText(text.replaceAll("👩", "𐐀")).filter((part) => /\p{Cs}/u.test(part))).toEqual([]);
  });
});

describe("what a document says twice", () => {
  const first = "From April 21st to 23rd, a delegation of the International Centre visited Viet Nam.";
  const second = "Ms. Bi Xiaohan visited institutions such as the Ministry of Education and Training.";

  function kinds(text: string) {
    return splitSentences({ text, blocks: markPlainText(text) }).map(({ kind }) => kind);
  }

  it("is a repeat the second time, white space, case and diacritics aside", () => {
    expect(kinds(`${first}\n\n${second}\n\n${first.toUpperCase().replace(" ", "  ")}`)).toEqual([
      "text",
      "text",
      "repeat",
    ]);
  });

  it("is a repeat where it breaks off in the middle of a word", () => {
    expect(kinds(`${first} ${second}\n\n${first} ${second.slice(0, 62)}`)).toEqual([
      "text",
      "text",
      "repeat",
      "repeat",
    ]);
  });

  it("is no repeat where only its beginning is the same", () => {
    expect(kinds(`${first}\n\n${first.slice(0, 60)} Cambodia.`)).toEqual(["text", "text"]);
    expect(kinds(`${first.slice(0, 60)} Cambodia.\n\n${first}`)).toEqual(["text", "text"]);
  });

  it("is no repeat where the earlier one is the one that breaks off", () => {
    expect(kinds(`${second.slice(0, 62)} and so\n\n${second}`)[1]).toBe("text");
  });

  it("is a phrase where it is short", () => {
    expect(kinds("They agreed on it.\n\nThey agreed on it.")).toEqual(["text", "text"]);
  });

  it("is found as by comparing each sentence with all before it", () => {
    const stem = "the delegation of the university visited";
    const sentence = fc
      .array(fc.constantFrom("a", "b", "."), { maxLength: 4 })
      .map((tail) => stem + tail.join(""));
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        let start = 0;
        const blocks = lines.map((line) => {
          const block = { start, end: start + line.length, kind: "text" as const };
          start += line.length + 1;
          return block;
        });
        const expected = lines.map((line, index) => {
          const earlier = lines.slice(0, index);
          const breaksOff = !line.endsWith(".") && earlier.some((other) => other.startsWith(line));
          return earlier.includes(line) || breaksOff ? "repeat" : "text";
        });
        const found = splitSentences({ text, blocks }).filter(
          ({ start: at }) => at === 0 || text[at - 1] === "\n",
        );
        expect(found.map(({ kind }) => kind)).toEqual(expected);
      }),
    );
  });
});

describe("the sentences of any text", () => {
  it("are trimmed, in order and apart, and hold each letter outside furniture once", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(markMarkdown, markPlainText), (text, mark) => {
        const document = { text, blocks: mark(text) };
        const sentences = splitSentences(document);
        let reached = 0;
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(reached);
          const written = sliceOf(text, sentence);
          expect(written).toBe(written.trim());
          expect(written).toMatch(/[\p{L}\p{N}]/u);
          reached = sentence.end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
        const shown = document.blocks.filter(({ kind }) => kind !== "furniture");
        expect(lettersOf(sentences.map((sentence) => sliceOf(text, sentence)).join("\n"))).toBe(
          lettersOf(shown.map((block) => sliceOf(text, block)).join("\n")),
        );
        for (const sentence of sentences) {
          expect(shown.some(({ start, end }) => start <= sentence.start && sentence.end <= end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("never hold half of a character that the text has whole", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = text.replace(/\p{Cs}/gu, "?");
        expect(splitText(whole).filter((sentence) => /\p{Cs}/u.test(sentence))).toEqual([]);
      }),
    );
  });
});
