import { describeFileProblem, type Language, type SkippedFile } from "../../index/index.ts";
import { fill, type Texts } from "./texts.ts";

/** Files of one kind that are named one by one; more are counted. A folder of documents may hold a thousand pictures. */
const MOST_NAMED = 3;

/** Files that were skipped, a line each with the reason; many of one kind that cannot be documents are one line. */
export function renderSkipped(skipped: readonly SkippedFile[], language: Language, texts: Texts): string[] {
  const groups = new Map<string, SkippedFile[]>();
  for (const file of skipped) {
    const { code, values } = file.problem;
    const isKind = code === "format" || code === "binary";
    const key = JSON.stringify(isKind ? [code, values] : file.document);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].flatMap((files) => {
    const [first] = files;
    if (first === undefined || files.length <= MOST_NAMED)
      return files.map(({ document, problem }) =>
        fill(texts.skipped, { document, reason: describeFileProblem(problem, language) }),
      );
    const reason = describeFileProblem(first.problem, language);
    return [fill(texts.skippedMany, { count: files.length, document: first.document, reason })];
  });
}
