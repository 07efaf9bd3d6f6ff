import { describe, expect, it } from "vitest";
import type { Filter, Source } from "../../index/index.ts";
import { countUndated } from "../../src/count-undated.ts";
import { createFakeEngine } from "./fixtures/fake-engine.ts";

const dates = ["2024-04-23", null, "2021", null, null];

/** Counts over five documents, and gathers what the engine was asked. */
async function count(filter: Filter): Promise<{ undated: number; asked: readonly (Filter | undefined)[] }> {
  const asked: (Filter | undefined)[] = [];
  const engine = createFakeEngine({
    sources: async (given) => {
      asked.push(given);
      return dates.map((date) => ({ date }) as Source);
    },
  });
  return { undated: await countUndated(engine, filter), asked };
}

describe("the documents that a date leaves out because they have none", () => {
  it.each([{ after: "2024" }, { before: "2024" }, { after: "2020", before: "2024-05" }])(
    "are counted for %j",
    async (filter) => {
      expect((await count(filter)).undated).toBe(3);
    },
  );

  it("are looked for among those that the rest of the filter lets through", async () => {
    const { asked } = await count({ after: "2024", document: "ussh", scopes: ["shared", "1"] });
    expect(asked).toEqual([{ document: "ussh", scopes: ["shared", "1"] }]);
  });

  it("are none where no date is asked for, and nothing is looked up", async () => {
    expect(await count({ document: "ussh" })).toEqual({ undated: 0, asked: [] });
  });
});
