import { findDocument, UserError } from "../../index/index.ts";
import type { Services } from "./command.ts";
import type { View } from "./view.ts";

/**
 * Whether a place sees only documents of which none is there any more. Nothing is found there then, whatever is asked, and
 * nobody could tell why. Costs nothing where a place sees all.
 */
export async function isTiedToNothing(
  { engine, reading }: Pick<Services, "engine" | "reading">,
  { scopes, documents }: View,
): Promise<boolean> {
  if (documents === undefined) return false;
  const there = await engine.sources({ scopes, documents });
  // Documents that are still to be read are not gone.
  return there.length === 0 && reading() === null;
}

/**
 * The documents that a channel is tied to after one was named: it is added, or taken out where it is among them. Those
 * that are not there any more drop out, and can be named to be taken out.
 *
 * @param tied paths
 * @param there the documents that the server sees
 * @param name as in `Filter.document`
 * @throws UserError `document-unknown`, `document-ambiguous`
 */
export function toggleTie(
  tied: readonly string[],
  there: readonly { readonly document: string; readonly title: string }[],
  name: string,
): string[] {
  const documents = there.map(({ document: path, title }) => ({ path, title }));
  const paths = new Set(documents.map(({ path }) => path));
  const kept = tied.filter((path) => paths.has(path));
  try {
    const { path } = findDocument(documents, name);
    return kept.includes(path) ? kept.filter((other) => other !== path) : [...kept, path];
  } catch (error) {
    if (!(error instanceof UserError && error.code === "document-unknown")) throw error;
    const gone = tied.filter((path) => !paths.has(path));
    findDocument(
      gone.map((path) => ({ path, title: path })),
      name,
    );
    return kept;
  }
}
