import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FEATURES, type Feature } from "../../../index/rank/features.ts";
import type { EvalQuestion } from "../judge.ts";
import { collectExamples } from "./collect-examples.ts";
import { type OpenContext, openContext } from "./open-context.ts";
import { PARTS, type Part } from "./parts.ts";

const QUESTION: EvalQuestion = {
  id: "t1-001",
  question: "Which hospital trains the nurses?",
  lang: "en",
  kind: "across",
  answerable: true,
  mode: "any",
  gold: [{ doc: "one.txt", quote: "đào tạo điều dưỡng" }],
};

const folder = mkdtempSync(join(tmpdir(), "accord-parts-"));
let context: OpenContext;

beforeAll(async () => {
  writeFileSync(join(folder, "one.txt"), "Bệnh viện tỉnh đào tạo điều dưỡng.");
  context = await openContext(folder);
}, 60_000);
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

function named(name: string): Part {
  const part = PARTS.find((each) => each.name === name);
  if (!part) throw new Error(`No part is called ${name}`);
  return part;
}

/** A feature of the only sentence, without a part. */
async function measureWithout(name: string, feature: Feature): Promise<number> {
  const { change } = named(name);
  const [example] = await collectExamples(change ? change(context) : context, [QUESTION]);
  const [candidate] = example?.candidates ?? [];
  if (!candidate) throw new Error("The only sentence is a candidate");
  return candidate.features[feature];
}

describe("the parts that are left out in turn", () => {
  it("begin with nothing left out, and have names of their own", () => {
    expect(PARTS[0]).toEqual({ name: "everything" });
    expect(new Set(PARTS.map(({ name }) => name)).size).toBe(PARTS.length);
  });

  it("weigh and leave out what is a feature, and something remains", () => {
    for (const { without = [], ranking = {} } of PARTS) {
      expect(
        [...without, ...Object.keys(ranking)].filter((name) => !FEATURES.includes(name as Feature)),
      ).toEqual([]);
      expect(without.length).toBeLessThan(FEATURES.length);
    }
  });

  it("take away the lexicon also from texts that were read with it", async () => {
    const whole = await measureWithout("everything", "theme");
    expect(whole).toBeGreaterThan(0.3);
    // Syllables that are written as some English word are close to something.
    expect(await measureWithout("without the Vietnamese lexicon", "theme")).toBeLessThan(whole / 2);
  });

  it("take away what words mean", async () => {
    expect(await measureWithout("everything", "theme")).toBeGreaterThan(0.3);
    expect(await measureWithout("without word vectors", "theme")).toBe(0);
  });
});
