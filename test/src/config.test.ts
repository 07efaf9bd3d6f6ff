import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { describeError, UserError } from "../../index/index.ts";
import { readConfig } from "../../src/config.ts";
import { findProjectRoot, readVersion } from "../../src/project-root.ts";

const projectRoot = resolve("/srv/accord");
const workingFolder = resolve("/home/linh");
const read = (environment: Record<string, string>, flags: { corpus?: string; data?: string } = {}) =>
  readConfig(environment, { projectRoot, workingFolder, ...flags });

describe("readConfig", () => {
  it("needs nothing", () => {
    expect(read({})).toEqual({
      corpusFolder: join(projectRoot, "corpus"),
      dataFolder: join(projectRoot, "data"),
      modelsFolder: join(projectRoot, "models"),
      endpoint: "https://huggingface.co",
      debug: false,
    });
  });

  it("takes folders, model, mirror and debugging from the environment", () => {
    expect(
      read({
        ACCORD_CORPUS: "docs",
        ACCORD_DATA: resolve("/var/lib/accord"),
        ACCORD_MODEL: "Xenova/multilingual-e5-small",
        HF_ENDPOINT: "http://127.0.0.1:8080/mirror/",
        DEBUG: "1",
      }),
    ).toMatchObject({
      corpusFolder: join(workingFolder, "docs"),
      dataFolder: resolve("/var/lib/accord"),
      model: "Xenova/multilingual-e5-small",
      endpoint: "http://127.0.0.1:8080/mirror",
      debug: true,
    });
  });

  it("prefers the command line", () => {
    expect(read({ ACCORD_CORPUS: "a", ACCORD_DATA: "b" }, { corpus: "c", data: "d" })).toMatchObject({
      corpusFolder: join(workingFolder, "c"),
      dataFolder: join(workingFolder, "d"),
    });
  });

  it("takes an empty variable as left out", () => {
    expect(read({ ACCORD_CORPUS: "", ACCORD_MODEL: " ", HF_ENDPOINT: "", DEBUG: "" })).toEqual(read({}));
  });

  it("names everything that is wrong at once", () => {
    const error = catchError(() => read({ ACCORD_MODEL: "a\u0007b", HF_ENDPOINT: "ftp://mirror" }));
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: "config-invalid" });
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("ACCORD_MODEL holds a control character"),
    );
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining("HF_ENDPOINT is not an http or https address"),
    );
  });

  it("says what is wrong in the reader's language", () => {
    const error = catchError(() => read({ ACCORD_HTTP_PORT: "70000", DISCORD_TOKEN: "a b" }));
    expect(describeError(error as UserError, "vi").text).toBe(
      "Không dùng được cấu hình: ACCORD_HTTP_PORT không phải số cổng (0 đến 65535); DISCORD_TOKEN có khoảng trắng.",
    );
  });

  it.each([
    ["is the corpus folder", "docs", "docs"],
    ["holds the corpus folder", "docs/corpus", "docs"],
    ["is the file system's root", "docs", "/"],
  ])("refuses a data folder that %s, since a rebuild empties it", (_case, corpus, data) => {
    expect(catchError(() => read({}, { corpus, data }))).toMatchObject({ code: "config-invalid" });
  });

  it("allows a data folder beside or below the corpus folder", () => {
    expect(read({}, { corpus: "docs", data: "docs-data" }).dataFolder).toBe(join(workingFolder, "docs-data"));
    expect(read({}, { corpus: "docs", data: "docs/.accord" }).dataFolder).toBe(
      join(workingFolder, "docs/.accord"),
    );
    expect(read({}, { corpus: "docs", data: "..data" }).corpusFolder).toBe(join(workingFolder, "docs"));
  });
});

describe("findProjectRoot", () => {
  const root = resolve(import.meta.dirname, "../..");

  it("is the same from src and from dist/src", () => {
    expect(findProjectRoot(pathToFileURL(join(root, "src/main.ts")).href)).toBe(root);
    expect(findProjectRoot(pathToFileURL(join(root, "dist/src/main.js")).href)).toBe(root);
    expect(findProjectRoot()).toBe(root);
  });

  it("fails outside of the project", () => {
    expect(() => findProjectRoot(pathToFileURL(resolve("/nowhere/main.ts")).href)).toThrow(/package\.json/);
  });

  it("knows the version", () => {
    expect(readVersion(root)).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

function catchError(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
