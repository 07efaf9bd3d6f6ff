import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openQuestionStore, questionsFile } from "../../../src/discord/question-store.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { runCommand } from "../fixtures/run-command.ts";

async function writeFeedback(): Promise<string> {
  const data = join(await makeTemporaryFolder(), "data");
  const store = openQuestionStore(questionsFile(data), () => new Date("2024-05-01T10:00:00Z"));
  const asked = {
    filter: {},
    scopes: ["shared"],
    locale: "en",
    userId: "42",
    guildId: null,
    channelId: "7",
  } as const;
  store.rate(store.remember({ ...asked, question: "who signs?" }), "42", "helpful");
  store.rate(
    store.remember({ ...asked, question: "when?\u001b[2J" }),
    "43",
    "unhelpful",
    "the date is missing",
  );
  store.close();
  return data;
}

describe("accord feedback", () => {
  it("shows what people thought, for a person", async () => {
    const run = await runCommand(["feedback", "--data", await writeFeedback()]);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toBe(
      [
        "who signs?",
        "  2024-05-01 · helpful",
        "",
        "when?␛[2J",
        "  2024-05-01 · not helpful",
        "  the date is missing",
        "",
      ].join("\n"),
    );
    expect(run.openings).toEqual([]);
  });

  it("exports it as JSON", async () => {
    const run = await runCommand(["feedback", "--json", "--data", await writeFeedback()]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      feedback: [
        { question: "who signs?", verdict: "helpful", reason: null, userId: "42" },
        { verdict: "unhelpful", reason: "the date is missing" },
      ],
    });
  });

  it("says that there is none, and writes nothing", async () => {
    const data = join(await makeTemporaryFolder(), "data");
    await mkdir(data);
    expect((await runCommand(["feedback", "--data", data])).stdout).toBe("Nobody has rated an answer yet.\n");
    expect(await readdir(data)).toEqual([]);
  });
});
