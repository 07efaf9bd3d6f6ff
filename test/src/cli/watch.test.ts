import { spawn } from "node:child_process";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { writeFiles } from "../../write-files.ts";
import { projectRoot } from "./run-process.ts";

const WAIT = { timeout: 20_000 };

it("a watch outlives its folder, says so, and reads what is new when the folder is back", {
  timeout: 60_000,
}, async () => {
  const corpus = join(await makeTemporaryFolder(), "corpus");
  const data = await makeTemporaryFolder();
  await writeFiles(corpus, { "a.md": "The Lotus Fund will sponsor twelve books.\n" });
  const argv = ["--import", "tsx", "src/cli.ts", "index", "--watch", "--corpus", corpus, "--data", data];
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, argv, { cwd: projectRoot, env: { PATH, HOME, LANG: "C.UTF-8" } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });

  await expect.poll(() => stderr, WAIT).toContain(`accord: Watching ${corpus}; Ctrl-C ends it. `);
  expect(stderr).toContain(data);
  await rename(corpus, `${corpus}-away`);
  await expect.poll(() => stderr, WAIT).toContain(`accord: ${corpus} is gone. `);
  await writeFiles(`${corpus}-away`, { "b.md": "The Lotus Fund will send two lecturers.\n" });
  await rename(`${corpus}-away`, corpus);
  await expect.poll(() => stdout, WAIT).toContain("Index: 1 added, 0 changed, 0 removed, 1 unchanged.");
  expect(stderr).toContain(`accord: ${corpus} is back.`);
  expect(child.exitCode).toBe(null);
  child.kill("SIGINT");
  expect(await ended).toBe(130);
});
