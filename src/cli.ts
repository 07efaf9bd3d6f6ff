#!/usr/bin/env node
import { openEngine } from "../index/index.ts";
import { EXIT, runCli } from "./cli/run-cli.ts";
import { findProjectRoot, readVersion } from "./project-root.ts";

const interruption = new AbortController();
process.on("SIGINT", () => {
  // Whoever presses twice does not want to wait for an orderly end.
  if (interruption.signal.aborted) process.exit(EXIT.interrupted);
  interruption.abort();
});

const projectRoot = findProjectRoot();
process.exitCode = await runCli({
  argv: process.argv.slice(2),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  projectRoot,
  version: readVersion(projectRoot),
  openEngine,
  // Loaded when it is needed: a question should not wait for what fetches pages.
  async fetchPage(url) {
    const [{ fetchPage }, { createWebSettings }] = await Promise.all([
      import("./web/fetch-page.ts"),
      import("./web/settings.ts"),
    ]);
    return fetchPage(url, createWebSettings());
  },
  signal: interruption.signal,
});
// What was interrupted may still be under way.
if (interruption.signal.aborted) process.exit();
