import { describe, expect, it } from "vitest";
import { UserError } from "../../../index/errors.ts";
import { type AliasSet, findAliases, parseAliases } from "../../../index/vocabulary/aliases.ts";

function parse(source: string): string[][] {
  return parseAliases(source, "aliases.yaml").map((names) => names.map((words) => words.join(" ")));
}

function mistakeIn(source: string): UserError {
  try {
    parseAliases(source, "aliases.yaml");
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("No mistake was found");
}

describe("the team's vocabulary", () => {
  it("is a list of names with = between them, folded to words", () => {
    const source = `
# Other names of the same thing.
- USSH = University of Social Sciences and Humanities = Trường Đại học Khoa học Xã hội và Nhân văn
- Xue Feng = Mr. Sit Fung  # the same person
- "UNESCO-ICHEI = ICHEI"
`;
    expect(parse(source)).toEqual([
      ["ussh", "university of social sciences and humanities", "truong dai hoc khoa hoc xa hoi va nhan van"],
      ["xue feng", "mr sit fung"],
      ["unesco ichei", "ichei"],
    ]);
  });

  it.each([
    ["nothing", ""],
    ["white space", " \n\n"],
    ["comments", "# none yet\n# at all\n"],
    ["an empty list", "[]"],
    ["a document mark", "---\n"],
    ["null", "~"],
  ])("may hold %s", (_, source) => {
    expect(parse(source)).toEqual([]);
  });

  it.each([
    ["an entry without =", "- USSH = A\n- HUST\n", 2, /names with "=" between/],
    ["nothing behind a =", "- USSH = A\n\n- HUST =\n", 3, /no name on one side/],
    ["nothing before a =", "# a\n- = Hanoi University\n", 2, /no name on one side/],
    ["nothing between two =", "- A = = B\n", 1, /no name on one side/],
    ["only signs for a name", "- A = ???\n", 1, /no name on one side/],
    ["an empty entry", "- A = B\n-\n- C = D\n", 2, /line of text/],
    ["a number for an entry", "- A = B\n- 2024\n", 2, /line of text/],
    ["an entry with a colon", "- A = B\n- HUST: Hanoi University\n", 2, /line of text/],
    ["a list inside the list", "- A = B\n- - C = D\n", 2, /line of text/],
    ["a star at its beginning", "- A = B\n- *C = D\n", 2, /./],
    ["no list", "USSH = University\n", 1, /begins with "- "/],
    ["a mapping", "# a\nUSSH: University\n", 2, /begins with "- "/],
    ["an open quotation mark", '- A = B\n- "C = D\n', 2, /./],
    ["a sign that YAML keeps for itself", "- A = B\n- @C = D\n", 2, /./],
  ])("with %s is refused, and the line is named", (_, source, line, reason) => {
    const { code, values, message } = mistakeIn(source);
    expect(code).toBe("aliases-invalid");
    expect(values.file).toBe("aliases.yaml");
    expect(message).toMatch(reason);
    expect(values.line).toBe(line);
  });

  it("has the same line numbers with carriage returns", () => {
    expect(mistakeIn("# a\r\n- A = B\r\n- HUST\r\n").values.line).toBe(3);
  });
});

describe("the names in a question", () => {
  const sets: AliasSet[] = parseAliases(
    `
- VNU = Vietnam National University
- Vietnam = Viet Nam
- University = Uni
- AI = artificial intelligence
- Hanoi University of Science and Technology = HUST
`,
    "aliases.yaml",
  );

  function find(question: string, isNameAlone?: (position: number) => boolean) {
    return findAliases(question.split(" "), sets, isNameAlone).map(({ from, to, others }) => ({
      from,
      to,
      others: others.map((name) => name.join(" ")),
    }));
  }

  it("are found with their other names", () => {
    expect(find("who leads hust today")).toEqual([
      { from: 2, to: 3, others: ["hanoi university of science and technology"] },
    ]);
  });

  it("are the longest, and no part of one is a name again", () => {
    expect(find("the vietnam national university")).toEqual([{ from: 1, to: 4, others: ["vnu"] }]);
    expect(
      find("vietnam university")
        .map(({ others }) => others)
        .sort(),
    ).toEqual([["uni"], ["viet nam"]]);
  });

  it("are found each time they stand there", () => {
    expect(find("viet nam and viet nam").map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });

  it("are none where only their beginning stands, or other words", () => {
    expect(find("hanoi of science")).toEqual([]);
    expect(find("vnua")).toEqual([]);
    expect(findAliases([], sets)).toEqual([]);
    expect(findAliases(["hust"], [])).toEqual([]);
  });

  it("of one word count only where the word may be a name by itself", () => {
    expect(find("ai da tham du", (position) => position > 0)).toEqual([]);
    expect(find("ai and hust", (position) => position > 0).map(({ from }) => from)).toEqual([2]);
    expect(find("artificial intelligence", () => false)).toHaveLength(1);
  });
});
