import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeShingles } from "../../index/text/shingles.ts";
import type { EvalQuestion } from "./judge.ts";
import { isPlain, listPractice, listSets, readQuestions, type Split } from "./sets.ts";

interface Share {
  readonly split: Split;
  readonly questions: readonly EvalQuestion[];
  /** Texts by file name. */
  readonly documents: ReadonlyMap<string, string>;
}

async function read(split: Split): Promise<Share> {
  const set = await listPractice(split);
  const names = readdirSync(set.corpusFolder);
  const documents = new Map(names.map((name) => [name, readFileSync(join(set.corpusFolder, name), "utf8")]));
  return { split, questions: await readQuestions(set), documents };
}

const shares = await Promise.all((["train", "dev", "test"] as const).map(read));
const all = shares.flatMap(({ questions }) => questions);

/** Kinds that ask in other words than the text, or in another language. */
const OTHER_WORDS = ["paraphrase", "across", "vietnamese"];
const KINDS = [...OTHER_WORDS, "keyword", "factual", "list", "variant", "unanswerable", "adversarial"];

/** Share of common runs of three words: two tellings of one story by one writer have a tenth at least. */
const RETOLD = 0.06;

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((shingle) => b.has(shingle)).length;
  return common / (a.size + b.size - common);
}

/** The cells of each row of a file's tables that begins with a name in code marks, by that name. */
function readRows(file: string): Map<string, string[]> {
  const rows = readFileSync(join(import.meta.dirname, file), "utf8").matchAll(/^\| `([^`]+)` *\|(.*)\|$/gm);
  return new Map(
    [...rows].map(([, name = "", cells = ""]) => [name, cells.split("|").map((cell) => cell.trim())]),
  );
}

describe("what is said of the practice collection", () => {
  const rows = readRows("practice/README.md");
  const countKind = (questions: readonly EvalQuestion[], wanted: string): number =>
    questions.filter(({ kind }) => kind === wanted).length;

  it.each(shares)(
    "counts the documents and questions there are: $split",
    ({ split, questions, documents }) => {
      const plain = questions.filter(isPlain).length;
      const counts = [documents.size, questions.length - plain, plain, questions.length];
      expect(rows.get(split)?.slice(-counts.length)).toEqual(counts.map(String));
    },
  );

  it.each(KINDS)("counts the questions of each split: %s", (kind) => {
    const counts = shares.map(({ questions }) => String(countKind(questions, kind)));
    expect(rows.get(kind)?.slice(-counts.length)).toEqual(counts);
  });

  it("names the share of true paraphrases", () => {
    const said = readFileSync(join(import.meta.dirname, "practice/README.md"), "utf8").replace(/\s+/g, " ");
    const percent = (questions: readonly EvalQuestion[]): string =>
      `${Math.round((100 * countKind(questions, "paraphrase")) / questions.length)}%`;
    const each = shares.map(({ split, questions }) => `${percent(questions)} of \`${split}\``).join(", ");
    expect(said).toContain(`True paraphrases are ${percent(all)} of all questions: ${each}.`);
  });

  it("counts every set in the list of sets", async () => {
    const sets = readRows("README.md");
    for (const set of (await listSets()).filter(({ name }) => name.endsWith(".jsonl"))) {
      expect(sets.get(set.name)?.[0]).toContain(`${(await readQuestions(set)).length} questions`);
    }
    const documents = shares.reduce((sum, share) => sum + share.documents.size, 0);
    const practice = `${documents} documents and ${all.length.toLocaleString("en")} questions`;
    expect(sets.get("practice/")?.[0]).toContain(practice);
  });
});

describe("the practice collection", () => {
  it("holds at least 40 documents and 600 questions, each with an id of its own", () => {
    const documents = shares.flatMap((share) => [...share.documents.keys()]);
    expect(documents.length).toBeGreaterThanOrEqual(40);
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(shares)("quotes its documents word for word, in one line: $split", ({ questions, documents }) => {
    const faults = questions.flatMap(({ id, gold }) =>
      gold
        .filter(({ doc, quote }) => !documents.get(doc)?.includes(quote) || /[\r\n]/.test(quote))
        .map(({ doc, quote }) => `${id}: ${doc}: ${quote}`),
    );
    expect(faults).toEqual([]);
  });

  it.each(shares)("gives gold quotes where there is an answer, and only there: $split", ({ questions }) => {
    const faults = questions.filter(
      ({ kind, answerable, gold, mode }) =>
        !KINDS.includes(kind) ||
        answerable !== gold.length > 0 ||
        (kind === "unanswerable" && answerable) ||
        (mode === "all" && gold.length < 2),
    );
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it.each(shares)("asks every kind of question, of every document: $split", ({ questions, documents }) => {
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(KINDS));
    const asked = new Set(questions.flatMap(({ gold }) => gold.map(({ doc }) => doc)));
    expect(asked).toEqual(new Set(documents.keys()));
  });

  it.each(shares)(
    "asks a third in other words, a fifth in Vietnamese, and a fifth that has no answer: $split",
    ({ questions }) => {
      const share = (test: (question: EvalQuestion) => boolean): number =>
        questions.filter(test).length / questions.length;
      expect(share(({ kind }) => OTHER_WORDS.includes(kind))).toBeGreaterThanOrEqual(1 / 3);
      expect(share(({ lang }) => lang === "vi")).toBeGreaterThanOrEqual(1 / 5);
      // The plain questions have fewer: 19 of a hundred in all.
      expect(share(({ answerable }) => !answerable)).toBeGreaterThanOrEqual(0.19);
    },
  );

  const pairs = shares.flatMap((share, index) =>
    shares.slice(index + 1).map((other) => ({ names: `${share.split} and ${other.split}`, share, other })),
  );

  it.each(pairs)("has no writer and no document in two splits: $names", ({ share, other }) => {
    const writers = ({ documents }: Share) => [...documents.keys()].map((name) => name.split("-")[0]);
    const others = new Set(writers(other));
    expect(writers(share).filter((writer) => others.has(writer))).toEqual([]);
    const shingles = ({ documents }: Share) => [...documents.values()].map(makeShingles);
    const texts = shingles(other);
    const likest = Math.max(...shingles(share).flatMap((own) => texts.map((each) => likeness(own, each))));
    expect(likest).toBeLessThan(RETOLD);
  });

  it.each(pairs)("asks no question of two splits: $names", ({ share, other }) => {
    const asked = new Set(other.questions.map(({ question }) => question.toLowerCase()));
    expect(share.questions.filter(({ question }) => asked.has(question.toLowerCase()))).toEqual([]);
  });
});
