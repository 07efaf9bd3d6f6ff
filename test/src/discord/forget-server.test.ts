import { describe, expect, it } from "vitest";
import { createJobQueue } from "../../../src/discord/corpus/job-queue.ts";
import { forgetServer } from "../../../src/discord/forget-server.ts";
import { createFakeEngine } from "../fixtures/fake-engine.ts";
import { createLogBook } from "../fixtures/log-book.ts";

const SERVER = "100000000000000001";

/** What the deed does, in order, and the log that it leaves. */
function prepare(failing: readonly string[] = []) {
  const done: string[] = [];
  const log = createLogBook();
  const act = (what: string): void => {
    done.push(what);
    if (failing.includes(what)) throw new Error(`${what} fails`);
  };
  const additions = createJobQueue();
  const services = {
    engine: createFakeEngine({
      removeDocuments: async (scope) => {
        act(`documents of ${scope}`);
        return 3;
      },
    }),
    serverSettings: { forget: (guildId: string) => act(`settings of ${guildId}`) } as never,
    additions,
    refreshTitles: async () => act("titles"),
    log,
  };
  return { done, log, additions, forget: () => forgetServer(SERVER, services) };
}

const ALL = [`settings of ${SERVER}`, `documents of ${SERVER}`, "titles"];

describe("a server that the bot was removed from", () => {
  it("loses its settings and its documents, and their titles are offered no more", async () => {
    const { done, log, forget } = prepare();
    await forget();
    expect(done).toEqual(ALL);
    expect(log.lines).toMatchObject([{ level: "info", message: "removed from a server" }]);
  });

  it("loses what was on its way as well, however much of it waits", async () => {
    const { done, additions, forget } = prepare();
    let arrive = (): void => {};
    const first = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    void additions.enter(SERVER, () => first);
    for (const name of ["two", "three", "four", "five", "six"])
      void additions.enter(SERVER, async () => void done.push(name));
    const forgotten = forget();
    expect(additions.enter(SERVER, async () => {})).toBeNull();
    arrive();
    await forgotten;
    expect(done).toEqual([ALL[0], "two", "three", "four", "five", "six", ...ALL.slice(1)]);
  });

  it.each([
    [ALL[0] ?? "", ALL, "the settings of a server could not be forgotten"],
    [ALL[1] ?? "", ALL.slice(0, 2), "the documents of a server could not be removed"],
  ])("is in the log where that fails, and loses the rest: %s", async (failing, expected, message) => {
    const { done, log, forget } = prepare([failing]);
    await forget();
    expect(done).toEqual(expected);
    expect(log.lines.filter(({ level }) => level === "error")).toMatchObject([{ message }]);
  });
});
