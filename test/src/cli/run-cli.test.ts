import { resolve } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { type Engine, type SkippedFile, type Source, UserError } from "../../../index/index.ts";
import { createFakeEngine, notFound } from "../fixtures/fake-engine.ts";
import { createQuote } from "../fixtures/quotes.ts";
import { createFailingStream, runCommand } from "../fixtures/run-command.ts";

const sponsor = createQuote("They will sponsor books.", ["sponsor books"], {
  url: "https://example.org",
  date: "2024-04",
});
const answering = {
  ask: async (question: string) => {
    if (question.trim() === "") throw new UserError("question-empty");
    if (question.length > 50) throw new UserError("question-long", { length: question.length, limit: 50 });
    if (question === "bug") throw new TypeError("undefined is not a passage");
    return { ...notFound(question), outcome: "answered" as const, confidence: 0.9, quotes: [sponsor] };
  },
};
const record = {
  document: "undated-thang-long.md",
  title: "Working session with the Thang Long Institute",
  url: "https://example.org",
  date: "2024-04",
  start: 100,
  end: 124,
  text: "They will sponsor books.",
  emphasis: [[110, 123]],
  score: 0.75,
  page: null,
  section: null,
  alsoIn: [],
};
/** A detail about a place of a file. */
const damagedAt = (reason: string) => ({ code: "library-damaged" as const, values: { reason } });
const parseLines = (text: string): unknown[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe("accord ask", () => {
  it("prints quotes for people", async () => {
    const run = await runCommand(["ask", "what", "will", "they", "sponsor"], answering);
    expect(run).toMatchObject({ exitCode: 0, stderr: "", closings: 1 });
    expect(run.stdout).toMatch(/^1\. │ They will sponsor books\.\n/);
  });

  it("prints exactly the agreed JSON", async () => {
    const run = await runCommand(["ask", "what", "--json"], answering);
    expect(parseLines(run.stdout)).toEqual([
      {
        question: "what",
        outcome: "answered",
        confidence: 0.9,
        quotes: [record],
        nearest: [],
        unknownNames: [],
      },
    ]);
  });

  it("exits with 0 when nothing is found", async () => {
    expect(await runCommand(["ask", "what"])).toMatchObject({
      exitCode: 0,
      stdout: "The documents do not say this.\n",
    });
  });

  it("says above the quotes which names no document mentions", async () => {
    const ask = async (question: string) => ({ ...(await answering.ask(question)), unknownNames: ["Mars"] });
    const run = await runCommand(["ask", "what", "will", "they", "sponsor", "on", "Mars"], { ask });
    expect(run.stdout).toMatch(/^No document mentions “Mars”\.\n\n1\. │ They will sponsor books\.\n/);
  });

  it("shows whoever makes small talk how to ask, and opens nothing for it", async () => {
    const run = await runCommand(["ask", "thank", "you!"], answering);
    expect(run).toMatchObject({ exitCode: 0, stderr: "", openings: [] });
    expect(run.stdout).toBe(
      'Accord answers questions about your documents: npm run ask -- "what will Thang Long sponsor"\n',
    );
    const vietnamese = await runCommand(["ask", "xin chào"], answering, { environment: { LANG: "vi_VN" } });
    expect(vietnamese.stdout).toMatch(/^Accord trả lời câu hỏi về tài liệu của bạn: npm run ask -- "/);
  });

  it("passes the choice of documents on", async () => {
    const filters: unknown[] = [];
    await runCommand(["ask", "what", "--document", "ussh", "--after", "2021", "--before", "2024-02-29"], {
      ask: async (question, filter) => {
        filters.push(filter);
        return notFound(question);
      },
    });
    expect(filters).toEqual([{ document: "ussh", after: "2021", before: "2024-02-29" }]);
  });

  it("reads dates day first, as they are typed", async () => {
    const filters: unknown[] = [];
    await runCommand(["search", "what", "--after", "4/2021", "--before", "23/04/2024"], {
      search: async (_query, { after, before } = {}) => {
        filters.push({ after, before });
        return [];
      },
    });
    expect(filters).toEqual([{ after: "2021-04", before: "2024-04-23" }]);
  });

  it("says on one line what is wrong with a question, in JSON too", async () => {
    const run = await runCommand(["ask", "--json", "   "], answering);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toBe(
      "accord: The question holds no words. Ask something like: what will Thang Long sponsor\n",
    );
    expect(parseLines(run.stdout)).toEqual([
      {
        question: "   ",
        outcome: "not_found",
        confidence: 0,
        quotes: [],
        nearest: [],
        unknownNames: [],
        error: {
          code: "question-empty",
          message: "The question holds no words.",
          hint: "Ask something like: what will Thang Long sponsor",
        },
      },
    ]);
  });
});

describe("documents without a date", () => {
  const undated = (count: number) => ({
    sources: async () => Array.from({ length: count }, () => ({ date: null }) as Source),
  });

  it.each([
    [["ask", "what"], ""],
    [["ask", "what", "--json"], ""],
    [["ask", "--jsonl"], "what\n"],
    [["search", "what"], ""],
    [["quote", "what"], ""],
  ])("are told of where a date leaves them out: %j", async (argv, input) => {
    const run = await runCommand([...argv, "--after", "2024"], undated(3), { input });
    expect(run).toMatchObject({
      exitCode: 0,
      stderr: "accord: 3 documents without a date were not looked at.\n",
    });
    expect((await runCommand(argv, undated(3), { input })).stderr).toBe("");
  });

  it("are told of in Vietnamese too, and one is one", async () => {
    const run = (environment: Record<string, string>) =>
      runCommand(["search", "what", "--before", "2024"], undated(1), { environment });
    expect((await run({})).stderr).toBe("accord: 1 document without a date was not looked at.\n");
    expect((await run({ LANG: "vi_VN.UTF-8" })).stderr).toBe(
      "accord: 1 tài liệu không rõ ngày nên không được xét đến.\n",
    );
  });
});

describe("accord ask --jsonl", () => {
  it("answers every line in order, bad ones too", async () => {
    const questions = ["first", "", "x".repeat(51), "\u001b[2J", "last"];
    const run = await runCommand(["ask", "--jsonl"], answering, { input: `${questions.join("\n")}\n` });
    const records = parseLines(run.stdout) as {
      question: string;
      outcome: string;
      error?: { code: string };
    }[];
    expect(records.map(({ question }) => question)).toEqual(questions);
    expect(records.map(({ outcome }) => outcome)).toEqual([
      "answered",
      "not_found",
      "not_found",
      "answered",
      "answered",
    ]);
    expect(records.map(({ error }) => error?.code)).toEqual([
      undefined,
      "question-empty",
      "question-long",
      undefined,
      undefined,
    ]);
    expect(records[1]).toMatchObject({ confidence: 0, quotes: [], nearest: [] });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("goes on after a bug, and exits with 1", async () => {
    const run = await runCommand(["ask", "--jsonl"], answering, { input: "bug\nlast" });
    expect(parseLines(run.stdout)).toMatchObject([
      { question: "bug", error: { code: "failure", message: expect.stringContaining("not a passage") } },
      { question: "last", outcome: "answered" },
    ]);
    expect(run.exitCode).toBe(1);
  });

  it("prints nothing for no input", async () => {
    expect(await runCommand(["ask", "--jsonl"], answering)).toMatchObject({ exitCode: 0, stdout: "" });
  });

  it("keeps an answer on one line whatever the document holds", async () => {
    const text = "a\u2028b\u0085c\nd\u001b[2J\u009b";
    const run = await runCommand(
      ["ask", "--jsonl"],
      { ask: async (question) => ({ ...notFound(question), nearest: [createQuote(text)] }) },
      { input: "q\n" },
    );
    expect(run.stdout.split(/[\n\u0085\u2028]/)).toHaveLength(2);
    expect(run.stdout).not.toMatch(/[\u001b\u009b]/);
    expect(parseLines(run.stdout)).toMatchObject([{ nearest: [{ text }] }]);
  });

  it("refuses a document that nobody knows before it reads a question", async () => {
    const run = await runCommand(
      ["ask", "--jsonl", "--document", "nope"],
      {
        source: async (name) => {
          throw new UserError("document-unknown", { name });
        },
      },
      { input: "q\n" },
    );
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr).toMatch(/^accord: No document matches "nope"\./);
  });
});

describe("the other commands", () => {
  it("search passes its limit on and prints passages", async () => {
    const options: unknown[] = [];
    const search = async (_query: string, given?: unknown) => {
      options.push(given);
      return [sponsor];
    };
    const run = await runCommand(["search", "--limit", "3", "sponsor", "books", "--json"], { search });
    expect(options).toEqual([{ limit: 3 }]);
    expect(parseLines(run.stdout)).toEqual([{ query: "sponsor books", passages: [record] }]);
    expect((await runCommand(["search", "sponsor"], { search })).stdout).toContain(
      "They will sponsor books.",
    );
  });

  it("quote tells whether the wording is exact", async () => {
    const quote = async () => ({ exact: true, quotes: [sponsor] });
    expect((await runCommand(["quote", "sponsor books"], { quote })).stdout).toMatch(
      /^The documents say exactly/,
    );
    expect(parseLines((await runCommand(["quote", "--json", "sponsor", "books"], { quote })).stdout)).toEqual(
      [{ wording: "sponsor books", exact: true, quotes: [record] }],
    );
  });

  it("sources prints the text of one, in which offsets count, and exactly so as JSON", async () => {
    const text = "\uFEFF# A plan\r\n\tIt was\u001b[2J signed.";
    const reads: unknown[] = [];
    const engine: Partial<Engine> = {
      source: async () => ({ ...(await createFakeEngine().source("a.md")), length: text.length }),
      readPlace: async (document, span, around) => {
        reads.push([document, span, around]);
        return { ...createQuote(text), before: "", after: "" };
      },
    };
    const exact = await runCommand(["sources", "plan", "--text", "--json"], engine);
    expect(parseLines(exact.stdout)).toEqual([{ document: "a.md", text }]);
    expect(reads).toEqual([["a.md", { start: 0, end: text.length }, 0]]);
    const { stdout } = await runCommand(["sources", "plan", "--text"], engine);
    expect(stdout).toBe("\uFEFF# A plan \n It was␛[2J signed.\n");
    expect(stdout).toHaveLength(text.length + 1);
    expect((await runCommand(["sources", "a.md", "--text"])).stdout).toBe("\n");
  });

  it("sources lists documents or shows one", async () => {
    expect((await runCommand(["sources"])).stdout).toBe("There are no documents yet.\n");
    expect(parseLines((await runCommand(["sources", "--json"])).stdout)).toEqual([{ sources: [] }]);
    expect((await runCommand(["sources", "a.md"])).stdout).toContain("1 passage, 1 character");
    expect(parseLines((await runCommand(["sources", "a.md", "--json"])).stdout)).toMatchObject([
      { document: "a.md", sections: [] },
    ]);
  });

  it("index reports what it did and can begin anew", async () => {
    const run = await runCommand(["index", "--rebuild"]);
    expect(run.stdout).toBe("Index: 0 added, 0 changed, 0 removed, 1 unchanged.\n");
    expect(run.openings).toMatchObject([{ rebuild: true }]);
    expect(parseLines((await runCommand(["index", "--json"])).stdout)).toMatchObject([{ unchanged: 1 }]);
  });

  it("doctor exits with 1 while something is left to mend, and does not sync first", async () => {
    const repairs: unknown[] = [];
    let syncs = 0;
    const engine = {
      sync: async () => {
        syncs++;
        throw new Error("unwanted");
      },
      doctor: async (repair?: boolean) => {
        repairs.push(repair);
        return [{ check: "caches" as const, ok: false, details: [], repaired: repair === true }];
      },
    };
    expect((await runCommand(["doctor"], engine)).exitCode).toBe(1);
    expect((await runCommand(["doctor", "--repair"], engine)).exitCode).toBe(0);
    expect(parseLines((await runCommand(["doctor", "--json"], engine)).stdout)).toMatchObject([
      { ok: false },
    ]);
    expect(repairs).toEqual([false, true, false]);
    expect(syncs).toBe(0);
    expect((await runCommand(["doctor"], engine)).stdout).toMatch(/npm run accord -- doctor --repair\n$/);
  });

  it("doctor does not advise to repair what no repair can mend", async () => {
    const bad = { ok: false, details: [damagedAt("page 3")], repaired: false };
    const doctor = async () => [{ ...bad, check: "library" as const }];
    expect((await runCommand(["doctor"], { doctor })).stdout).toBe(
      "BAD  library\n    its file is damaged: page 3\n",
    );
    const waiting = { ...bad, check: "corpus" as const };
    const also = async () => [...(await doctor()), waiting];
    expect((await runCommand(["doctor"], { doctor: also })).stdout).not.toContain("--repair");
    expect((await runCommand(["doctor"], { doctor: async () => [waiting] })).stdout).toContain("--repair");
  });

  it("doctor opens the engine so that a damaged store can be made anew, when it is to repair", async () => {
    expect((await runCommand(["doctor", "--repair"])).openings).toMatchObject([{ repair: true }]);
    expect((await runCommand(["doctor"])).openings[0]).not.toHaveProperty("repair");
  });

  it("asks what is indexed where the list of what was added is damaged, and says so", async () => {
    const sync = async () => {
      throw new UserError("library-damaged", { file: "library.sqlite", reason: "it is no database" });
    };
    const run = await runCommand(["ask", "what"], { ...answering, sync });
    expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("They will sponsor books.") });
    expect(run.stderr).toMatch(
      /^accord: The list of added documents, library\.sqlite, is damaged: [^\n]*\n$/,
    );
    expect((await runCommand(["index"], { sync })).exitCode).toBe(1);
  });

  it("doctor does not advise to repair when it has just tried", async () => {
    const details = [damagedAt("page 3")];
    const doctor = async () => [{ check: "store" as const, ok: false, details, repaired: false }];
    const run = await runCommand(["doctor", "--repair"], { doctor });
    expect(run).toMatchObject({ exitCode: 1, stdout: "BAD  store\n    its file is damaged: page 3\n" });
  });

  it("doctor speaks the reader's language, also in JSON, which has its findings as data too", async () => {
    const details = [damagedAt("page 3")];
    const doctor = async () => [{ check: "store" as const, ok: false, details, repaired: true }];
    const told = "tệp danh sách bị hỏng: page 3";
    const environment = { LANG: "vi_VN.UTF-8" };
    const shown = await runCommand(["doctor"], { doctor }, { environment });
    expect(shown.stdout).toBe(`đã sửa  kho dữ liệu\n    ${told}\n`);
    const json = await runCommand(["doctor", "--json"], { doctor }, { environment });
    expect(parseLines(json.stdout)).toEqual([
      {
        ok: true,
        findings: [
          { check: "store", ok: false, details: [{ ...damagedAt("page 3"), message: told }], repaired: true },
        ],
      },
    ]);
  });
});

describe("before each job", () => {
  const report = { added: 1, changed: 0, removed: 0, unchanged: 0, skipped: [], passages: 7, truncated: 0 };

  it("the index is brought up to date, with a word only when something changed", async () => {
    const run = await runCommand(["sources"], { sync: async () => report });
    expect(run.stderr).toBe(
      "accord: Index: 1 added, 0 changed, 0 removed, 0 unchanged. 7 passages written, 0 texts cut to the model's limit.\n",
    );
    expect((await runCommand(["sources"])).stderr).toBe("");
  });

  it("a corpus folder without documents is said to be one", async () => {
    const run = await runCommand(["ask", "what"], {
      sync: async () => ({ ...report, added: 0, removed: 1 }),
    });
    expect(run.stdout).toBe("The documents do not say this.\n");
    expect(run.stderr).toMatch(/\naccord: The corpus folder holds no documents: .*\n$/);
  });

  it("each skipped file is named on a line of its own", async () => {
    const skipped: SkippedFile[] = [
      { document: "a\u001b[2J.md", problem: { code: "no-text", values: {} } },
      { document: "b.md", problem: { code: "size", values: { size: 30, limit: 20 } } },
    ];
    const run = await runCommand(["sources"], {
      sync: async () => ({ ...report, added: 0, skipped }),
    });
    expect(run.stderr).toBe(
      "accord: skipped a␛[2J.md: it holds no text\naccord: skipped b.md: it has 30 bytes; at most 20 are read\n",
    );
    expect(run.exitCode).toBe(0);
  });
});

describe("skipped files", () => {
  const report = { added: 0, changed: 0, removed: 0, unchanged: 3, skipped: [], passages: 0, truncated: 0 };
  const scan: SkippedFile = { document: "scan.pdf", problem: { code: "scanned", values: { pages: 3 } } };

  it("that were named before are not named before every answer", async () => {
    const sync = async () => ({ ...report, skipped: [{ ...scan, isKnown: true }] });
    for (const argv of [["ask", "what"], ["search", "what"], ["quote", "what"], ["sources"]])
      expect((await runCommand(argv, { sync })).stderr).toBe("");
  });

  it("that were named before are counted by index, which says who names them", async () => {
    const known = { ...scan, isKnown: true };
    const index = async (skipped: SkippedFile[]) =>
      (await runCommand(["index"], { sync: async () => ({ ...report, skipped }) })).stderr;
    expect(await index([known])).toBe(
      "accord: 1 file still cannot be read; to see which: npm run accord -- doctor\n",
    );
    expect(await index([known, { ...scan, document: "new.pdf" }, { ...known, document: "b.pdf" }])).toMatch(
      /^accord: skipped new\.pdf: its 3 pages are pictures [^\n]*\naccord: 2 files still cannot be read; [^\n]*\n$/,
    );
  });

  it("that are many of one kind which is no document are one line", async () => {
    const problem: SkippedFile["problem"] = { code: "format", values: { format: ".jpg" } };
    const pictures = Array.from({ length: 40 }, (_, number) => ({ document: `${number}.jpg`, problem }));
    const { stderr } = await runCommand(["ask", "what"], {
      sync: async () => ({ ...report, skipped: [scan, ...pictures, { ...scan, document: "other.pdf" }] }),
    });
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(
      /^accord: skipped 40 files, 0\.jpg for one: files of this kind \(\.jpg\) are not/,
    );
    expect(lines[2]).toMatch(/^accord: skipped other\.pdf: /);
  });
});

describe("pages without text", () => {
  it("are told of each document that is read and has some", async () => {
    const sync = async () => ({
      ...{ added: 1, changed: 0, removed: 0, unchanged: 3, skipped: [], passages: 4, truncated: 0 },
      pictured: [{ document: "a\u001b[2J.pdf", labels: "3-10", count: 8 }],
    });
    const { stderr, exitCode } = await runCommand(["index"], { sync });
    expect(stderr).toBe("accord: a␛[2J.pdf: pages 3-10 are pictures without text and cannot be searched\n");
    expect(exitCode).toBe(0);
  });

  it("names the files whose front matter cannot be read", async () => {
    const sync = async () => ({
      ...{ added: 2, changed: 0, removed: 0, unchanged: 0, skipped: [], passages: 4, truncated: 0 },
      misread: [
        { document: "a.md", facts: ["title", "date"] },
        { document: "b.md", facts: [] },
      ],
    });
    expect((await runCommand(["index"], { sync })).stderr).toBe(
      "accord: a.md: not understood between its --- lines, and left out: title, date\n" +
        "accord: b.md: what stands between its --- lines is not YAML: nothing is taken from it, and it is read as text\n",
    );
  });
});

describe("folders", () => {
  it.each([
    [["--corpus", "c", "--data", "d", "sources"]],
    [["sources", "--corpus", "c", "--data", "d"]],
    [["--corpus=c", "sources", "--data=d"]],
  ])("are understood in %j", async (argv) => {
    const { openings } = await runCommand(
      argv,
      {},
      { environment: { ACCORD_CORPUS: "x", ACCORD_DATA: "y" } },
    );
    expect(openings).toMatchObject([{ corpusFolder: resolve("/srv/c"), dataFolder: resolve("/srv/d") }]);
  });

  it("and the model come from the environment otherwise", async () => {
    const environment = { ACCORD_CORPUS: "x", ACCORD_MODEL: "Xenova/e5", HF_ENDPOINT: "http://127.0.0.1:1/" };
    const { openings } = await runCommand(["sources"], {}, { environment });
    expect(openings).toMatchObject([
      {
        corpusFolder: resolve("/srv/x"),
        dataFolder: resolve("/srv/accord/data"),
        modelsFolder: resolve("/srv/accord/models"),
        model: "Xenova/e5",
        endpoint: "http://127.0.0.1:1",
      },
    ]);
  });
});

describe("usage errors", () => {
  it.each([
    [["ask"], "there is no question. See: npm run accord -- ask --help"],
    [
      ["ask", "--jsonl", "what"],
      "with --jsonl the questions come on stdin, not as arguments. See: npm run accord -- ask --help",
    ],
    [["search"], "missing argument query. See: npm run accord -- search --help"],
    [["quote"], "missing argument wording. See: npm run accord -- quote --help"],
    [["sources", "a", "b"], "too many arguments for sources. See: npm run accord -- sources --help"],
    [["sources", "--text"], "with --text a document is needed. See: npm run accord -- sources --help"],
    [["add"], "missing argument url. See: npm run accord -- add --help"],
    [["remove"], "missing argument document. See: npm run accord -- remove --help"],
    [["restore", "a", "b"], "too many arguments for restore. See: npm run accord -- restore --help"],
    [["feedback", "a"], "too many arguments for feedback. See: npm run accord -- feedback --help"],
    [["--data", "index", "remove"], "missing argument document. See: npm run accord -- remove --help"],
    [["--data", "index", "--no"], "unknown option --no. See: npm run accord -- --help"],
    [["frobnicate"], "unknown command frobnicate. See: npm run accord -- --help"],
    [["serch", "x"], "unknown command serch. Did you mean search? See: npm run accord -- --help"],
    [["ask", "x", "--jso"], "unknown option --jso. Did you mean --json? See: npm run accord -- ask --help"],
    [["ask", "x", "--data"], "option --data <dir> lacks its value. See: npm run accord -- --help"],
    [
      ["ask", "x", "--data", ""],
      "option --data <dir> is not valid: it names no folder. See: npm run accord -- --help",
    ],
    [
      ["search", "x", "--limit", "0"],
      "option --limit <count> is not valid: expected a whole number from 1 to 100. See: npm run accord -- search --help",
    ],
    [
      ["search", "x", "--limit", "1e2"],
      "option --limit <count> is not valid: expected a whole number from 1 to 100. See: npm run accord -- search --help",
    ],
    [
      ["ask", "x", "--after", "2024-02-30"],
      "option --after <date> is not valid: expected a date such as 2024, 4/2024, 23/4/2024 or 2024-04-23. See: npm run accord -- ask --help",
    ],
  ])("%j exit with 2 and one line", async (argv, message) => {
    const run = await runCommand(argv);
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: `accord: ${message}\n`, openings: [] });
  });

  it("no command shows the help on stderr", async () => {
    const run = await runCommand([]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toContain("Usage: accord");
  });

  it("settings that cannot be used exit with 2", async () => {
    const run = await runCommand(["sources"], {}, { environment: { HF_ENDPOINT: "mirror" } });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/^accord: The settings cannot be used: HF_ENDPOINT is not an http/);
  });

  it("are said in Vietnamese where the environment is Vietnamese", async () => {
    const environment = { LANG: "vi_VN.UTF-8" };
    expect((await runCommand(["ask", "x", "--limit"], {}, { environment })).stderr).toBe(
      "accord: không có tùy chọn --limit. Xem: npm run accord -- ask --help\n",
    );
    expect((await runCommand(["ask", " "], answering, { environment })).stderr).toMatch(
      /^accord: Câu hỏi không có từ nào\. /,
    );
  });
});

describe("help and version", () => {
  it("go to stdout and exit with 0", async () => {
    expect(await runCommand(["--version"])).toMatchObject({ exitCode: 0, stdout: "1.2.3\n", stderr: "" });
    const help = await runCommand(["ask", "--help"]);
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    expect(help.stdout).toContain("--jsonl");
    expect(help.stdout).toContain("--corpus <dir>");
    expect((await runCommand(["help"])).exitCode).toBe(0);
  });

  it("are Vietnamese where the environment is", async () => {
    const { stdout } = await runCommand(["ask", "--help"], {}, { environment: { LC_ALL: "vi" } });
    expect(stdout).toContain("Cách dùng: accord ask");
    expect(stdout).toContain("Tùy chọn của mọi lệnh:");
  });
});

describe("failures", () => {
  const failing = { sources: async () => Promise.reject(new RangeError("row 7\n\u001b[2J")) };

  it("are one line without a stack", async () => {
    const run = await runCommand(["sources"], failing);
    expect(run).toMatchObject({ exitCode: 1, stdout: "", closings: 1 });
    expect(run.stderr).toBe(
      "accord: Something went wrong: row 7 ␛[2J. Run it again with DEBUG=1 to see where.\n",
    );
  });

  it("show their stack with DEBUG", async () => {
    const run = await runCommand(["sources"], failing, { environment: { DEBUG: "1" } });
    expect(run.stderr).toMatch(/\n {4}at /);
    expect(run.stderr).not.toContain("\u001b");
  });

  it("of opening name the way out", async () => {
    const run = await runCommand(
      ["ask", "x"],
      {},
      {
        openEngine: async ({ corpusFolder }) => {
          throw new UserError("corpus-missing", { folder: corpusFolder });
        },
      },
    );
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^accord: There is no corpus folder at .*corpus\. Create it, or .*\n$/);
  });

  it("of closing are failures too", async () => {
    const run = await runCommand(
      ["sources"],
      {},
      {
        openEngine: async () => ({
          ...createFakeEngine(),
          close: async () => {
            throw new UserError("disk-full", { path: "x" });
          },
        }),
      },
    );
    expect(run.exitCode).toBe(1);
  });

  it("a reader who stops reading ends the command quietly", async () => {
    const asked: string[] = [];
    const run = await runCommand(
      ["ask", "--jsonl"],
      {
        ask: async (question) => {
          asked.push(question);
          return notFound(question);
        },
      },
      { input: "1\n2\n3\n4\n", stdout: createFailingStream(1, "EPIPE") },
    );
    expect(run).toMatchObject({ exitCode: 0, stderr: "", closings: 1 });
    expect(asked).toEqual(["1", "2"]);
  });

  it("a full disk behind stdout is an error", async () => {
    const run = await runCommand(["sources"], {}, { stdout: createFailingStream(0, "ENOSPC") });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^accord: The disk is full: stdout/);
  });

  it("Ctrl-C during indexing closes the engine and exits with 130", async () => {
    const interruption = new AbortController();
    const run = await runCommand(
      ["index"],
      {
        sync: () => {
          interruption.abort();
          return new Promise(() => {});
        },
      },
      { signal: interruption.signal },
    );
    expect(run).toMatchObject({ exitCode: 130, stdout: "", closings: 1 });
    expect(run.stderr).toMatch(/^accord: Stopped\. What is indexed so far is kept; [^\n]*\n$/);
  });
});

describe("a data folder", () => {
  it.each([
    [["ask", "what"], "accord ask"],
    [["index"], "accord index"],
  ])("is opened in the name of the command: %j", async (argv, command) => {
    expect((await runCommand(argv)).openings).toMatchObject([{ owner: { pid: process.pid, command } }]);
  });

  it("is claimed by a watching command in its full name", async () => {
    const interruption = new AbortController();
    const sync = () => {
      interruption.abort();
      return new Promise<never>(() => {});
    };
    const run = await runCommand(["index", "--watch"], { sync }, { signal: interruption.signal });
    expect(run.openings).toMatchObject([{ owner: { command: "accord index --watch" } }]);
  });
});

describe("progress", () => {
  const sync = async (onProgress?: (progress: { done: number; total: number; document: string }) => void) => {
    onProgress?.({ done: 1, total: 2, document: "a\u001b[2J.md" });
    onProgress?.({ done: 2, total: 2, document: "b.md" });
    return { added: 0, changed: 0, removed: 0, unchanged: 2, skipped: [], passages: 0, truncated: 0 };
  };

  it("is shown on a terminal only", async () => {
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    let shown = "";
    stderr.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
    });
    const run = await runCommand(["sources"], { sync }, { stderr });
    expect(run.exitCode).toBe(0);
    expect(shown).toContain("Indexing");
    expect(shown).toContain("a␛[2J.md");
    expect((await runCommand(["sources"], { sync })).stderr).toBe("");
  });
});
