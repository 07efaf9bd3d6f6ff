import { describe, expect, it } from "vitest";
import { markFile } from "./marked.ts";

function mark(text: string): [string, string][] {
  return markFile("a.txt", text);
}

const MAIL = `Dear colleagues,

the delegation of the university visited the Ministry of Education and
Training and held talks with the Director, who welcomed the visit. He
said that the plan would go on as agreed. Both sides signed the plan in
2024.

The signing was attended by the Rector and by the two Vice Rectors of
the university.

Share on the next page what you heard about the plan, and do so before
the end of April, since the Director asked for all reports by April
23. The reports are read by Mr. Dung and by the office of the Director
– the same as last year – and by nobody else.

Topics are:
1. the exchange of lecturers and of students between the universities
   of both sides
2. joint research

Comment (0)
`;

describe("the blocks of a mail", () => {
  const blocks = mark(MAIL).map(([kind, text]) => [kind, text.replace(/\s+/g, " ")]);

  it("join the lines of a paragraph, whatever a line looks like alone", () => {
    expect(blocks[1]?.[0]).toBe("text");
    expect(blocks[1]?.[1]).toMatch(/^the delegation .* signed the plan in 2024\.$/);
    expect(blocks[3]?.[0]).toBe("text");
    expect(blocks[3]?.[1]).toMatch(
      /^Share on .* by April 23\. The reports .* Director – the same .* nobody else\.$/,
    );
  });

  it("join a paragraph of two lines when other paragraphs tell the width", () => {
    expect(blocks[2]).toEqual([
      "text",
      "The signing was attended by the Rector and by the two Vice Rectors of the university.",
    ]);
  });

  it("keep the entries of a list apart, each with its own lines", () => {
    expect(blocks.slice(4)).toEqual([
      ["text", "Topics are:"],
      ["item", "the exchange of lecturers and of students between the universities of both sides"],
      ["item", "joint research"],
      ["furniture", "Comment (0)"],
    ]);
  });

  it("keep apart what is wider, although nothing stands between", () => {
    const lines = ["A", "B"].map((name) => `${name} ${"is a paragraph in one line ".repeat(6)}here.`);
    expect(mark(`${MAIL}\n${lines.join("\n")}`).slice(-2)).toEqual(lines.map((line) => ["text", line]));
  });

  it("keep the entries of a list apart that are as wide as the others", () => {
    const entries = [
      "the exchange of lecturers and of students between the universities;",
      "the training of social workers for hospitals in all the provinces;",
      "joint research, and a conference on all of it in the coming year.",
    ];
    const list = entries.map((entry, index) => `${index + 1}. ${entry}`).join("\n");
    expect(mark(`${MAIL}\n${list}`).slice(-3)).toEqual(entries.map((entry) => ["item", entry]));
  });

  it("are furniture as a whole where they are", () => {
    const notice =
      "Copyright 2024 by the office of the university\nof social sciences and humanities, which keeps\nall rights.";
    expect(mark(`${MAIL}\n${notice}`).at(-1)).toEqual(["furniture", notice]);
  });

  it("are the same with every kind of line end", () => {
    for (const end of ["\r\n", "\r"]) {
      const others = mark(MAIL.replaceAll("\n", end)).map(([kind, text]) => [
        kind,
        text.replace(/\s+/g, " "),
      ]);
      expect(others).toEqual(blocks);
    }
  });

  it("are the same without the marks of quotation", () => {
    const quoted = mark(MAIL.replace(/^/gm, "> ")).map(([kind, text]) => [
      kind,
      text.replace(/[\s>]+/g, " "),
    ]);
    expect(quoted).toEqual(blocks);
  });
});

describe("the blocks of a page with one paragraph a line", () => {
  it("are its lines", () => {
    const text =
      "Since 2017, the School has welcomed volunteers.\nThis year, the Department issued a plan.\nIn addition:";
    expect(mark(text).map(([, line]) => line)).toEqual(text.split("\n"));
  });

  it("stay apart when they happen to be of one length", () => {
    const lines = [
      "The delegation of Osaka University arrived on Monday.",
      "The delegation of Kitami University arrived Tuesday.",
      "The delegation of Asahikawa arrived on Wednesday too.",
    ];
    expect(mark(lines.join("\n"))).toEqual(lines.map((line) => ["text", line]));
  });

  it("join a line that goes on in lower case, and not after a colon or in the next paragraph", () => {
    expect(mark("Mr. Dung presents souvenirs to the Chief of UNESCO\nin Vietnam")).toEqual([
      ["caption", "Mr. Dung presents souvenirs to the Chief of UNESCO\nin Vietnam"],
    ]);
    expect(mark("He looked forward to UNESCO.\n and IOM taking part.")).toEqual([
      ["text", "He looked forward to UNESCO.\n and IOM taking part."],
    ]);
    expect(mark("They agreed on:\nresearch")).toHaveLength(2);
    expect(mark("They agreed\n\non research")).toHaveLength(2);
  });

  it("are headings where a short line has no full stop, and no longer ones", () => {
    const long = `The plan ${"of the two universities ".repeat(6)}for the year`;
    expect(mark(`The office of DVET\nAbout HUST:\n${long}\nIt ended.`)).toEqual([
      ["heading", "The office of DVET"],
      ["heading", "About HUST:"],
      ["text", long],
      ["text", "It ended."],
    ]);
  });
});

describe("a line without a full stop", () => {
  const english = "The delegation of the university with the director of the office";
  const vietnamese = "Đẩy mạnh hội nhập quốc tế trong giáo dục đào tạo";

  it("is a caption where it is longer than titles are", () => {
    expect(mark(`They met.\n\n${english}\n\nThe office\n\nIt is open.`)).toEqual([
      ["text", "They met."],
      ["caption", english],
      ["heading", "The office"],
      ["text", "It is open."],
    ]);
  });

  it("may be longer in Vietnamese, where each syllable is a word", () => {
    expect(mark(`Họ đã gặp.\n\n${vietnamese}\n\nHọ đã ký.`)[1]).toEqual(["heading", vietnamese]);
    const longer = `${vietnamese} của tỉnh Quảng Ninh`;
    expect(mark(`Họ đã gặp.\n\n${longer}`).at(-1)).toEqual(["caption", longer]);
  });

  it("is the title where it is the page's first, behind furniture too, unless it says that it is a caption", () => {
    expect(mark(`Menu\n\n${english}\n\nThey met.`)[1]).toEqual(["heading", english]);
    expect(mark(`${english} (left)\n\nThey met.`)[0]).toEqual(["caption", `${english} (left)`]);
  });
});

describe("a line that ends in a colon", () => {
  const kindOf = (line: string): string | undefined => mark(`They met.\n\n${line}\n- research`)[1]?.[0];

  it.each([
    "The Parties agree to cooperate in the following areas:",
    "Both sides agreed:",
    "Agreed:",
    "In addition:",
    "For example:",
    "Areas of cooperation for the years to come:",
    "areas of cooperation:",
    "**The Parties shall cooperate in these areas:**",
    "Hai bên thống nhất:",
    "Hai bên hợp tác trong các lĩnh vực sau:",
    "Cụ thể:",
    "Về phía Trường Đại học Sư phạm Huế:",
  ])("leads its list in: %j", (line) => {
    expect(kindOf(line)).toBe("text");
  });

  it.each([
    "About Hanoi University of Science and Technology (HUST):",
    "Article 2:",
    "Article 3. The Parties agree to the following:",
    "II. Difficulties:",
    "Điều 4. Nội dung hợp tác:",
    "NEXT STEPS, AND WHO TAKES THEM:",
    "Participants:",
    "Next steps:",
    "Phase II:",
    "Main Results of the Project:",
    "**Areas of cooperation for the years to come:**",
    "Thành phần tham dự:",
    "Kết quả đạt được:",
    "Đào tạo sau đại học:",
  ])("is a title: %j", (line) => {
    expect(kindOf(line)).toBe("heading");
  });
});

describe("a line that is no heading, short as it is", () => {
  it.each(["between", "and", "AND", "*and*", "và", "by and between", "hereinafter the Parties"])(
    "is %j",
    (line) => {
      expect(mark(`Osaka University\n\n${line}\n\nKitami University\n\nThey met.`)).toEqual([
        ["heading", "Osaka University"],
        ["text", line],
        ["heading", "Kitami University"],
        ["text", "They met."],
      ]);
    },
  );

  it("is not one that begins with a name in lower case", () => {
    expect(mark("They met.\n\ne-Learning courses\n\nAll are free.")[1]).toEqual([
      "heading",
      "e-Learning courses",
    ]);
  });

  it("is one at the document's end, below which nothing stands: somebody's name", () => {
    expect(mark("They met.\n\nTM. Trường\n\nĐỗ Trọng Khiêm").slice(1)).toEqual([
      ["text", "TM. Trường"],
      ["text", "Đỗ Trọng Khiêm"],
    ]);
    expect(mark("# Annex\n\nThey met.\n\n# Forms")).toContainEqual(["heading", "Forms"]);
    for (const marked of ["**Annex 1**", "ANNEX"])
      expect(mark(`They met.\n\n${marked}`).at(-1)).toEqual(["heading", marked]);
    expect(markFile("a.md", "They met.\n\nNext meeting\n====\n").at(-1)).toEqual(["heading", "Next meeting"]);
    expect(mark("They met.\n\nAnnex\n\nOverview of the meeting")).toContainEqual(["heading", "Annex"]);
    expect(mark("Hue University\n\nNews")).toEqual([
      ["heading", "Hue University"],
      ["heading", "News"],
    ]);
  });
});

describe("the entries of a list in plain text", () => {
  it.each([
    "- ",
    "* ",
    "• ",
    "– ",
    "1. ",
    "2) ",
    "(3) ",
    "a) ",
    "(b) ",
    "(c) ",
    "iv. ",
    "II. ",
    "A) ",
    "  - ",
  ])("begin behind %j", (mark_) => {
    expect(mark(`${mark_}Training of lecturers`)).toEqual([["item", "Training of lecturers"]]);
  });

  it.each([
    "J. Baker visited the school.",
    "2024. It was a good year.",
    "-5 degrees were measured.",
    "A. Nguyen spoke.",
  ])("are not seen in %j", (line) => {
    expect(mark(line)).toEqual([["text", line]]);
  });
});

describe("a heading marked as Markdown marks it", () => {
  it.each([
    ["# Programme A", "Programme A"],
    ["### Programme B", "Programme B"],
    ["#Programme C", "#Programme C"],
  ])("stands without its mark: %s", (line, heading) => {
    expect(mark(`${line}\n\nThe delegation visited the university of both sides.\n`)[0]).toEqual([
      "heading",
      heading,
    ]);
  });
});
