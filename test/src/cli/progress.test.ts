import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProgress, formatDuration } from "../../../src/cli/progress.ts";
import { textsOf } from "../../../src/cli/texts.ts";

describe("a progress bar", () => {
  it("tells rate and time left once there is something to tell", () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 200 });
    let shown = "";
    stream.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
    });
    let now = 0;
    const progress = createProgress(stream, textsOf("en"), () => now);
    const show = (done: number): string => {
      shown = "";
      progress.show("Indexing", { done, total: 100, name: "a.md", unit: "{rate} documents/s" });
      progress.hide();
      return shown;
    };
    const again = (from: number, to: number, elapsed: number): string => {
      progress.show("Indexing", { done: from, total: 100, name: "a.md", unit: "{rate} documents/s" });
      now += elapsed;
      return show(to);
    };
    expect(again(0, 0, 0)).not.toContain("documents/s");
    expect(again(0, 10, 5_000)).toMatch(/10% .*2\.0 documents\/s, 0:45 left/);
    expect(again(50, 90.5, 2_000)).toMatch(/20 documents\/s, 0:01 left/);
  });

  it.each([
    [0, "0:00"],
    [4.2, "0:05"],
    [760, "12:40"],
    [3_900, "1:05:00"],
  ])("writes %d seconds as %s", (seconds, written) => {
    expect(formatDuration(seconds)).toBe(written);
  });
});
