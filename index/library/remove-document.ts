import type { Scope } from "../document.ts";
import { UserError } from "../errors.ts";
import type { LibraryParts } from "./add-document.ts";

type Parts = Pick<LibraryParts, "store" | "library" | "now" | "beforeWrite">;

/**
 * Removes an added document; for a day it can be restored.
 *
 * @throws UserError `document-unknown`, `document-in-folder`
 */
export async function removeDocument(
  { store, library, now, beforeWrite }: Parts,
  scope: Scope,
  path: string,
): Promise<void> {
  const found = store.listDocuments(scope).find((document) => document.path === path);
  if (!library.remove(scope, path, new Date(now()).toISOString(), found?.title ?? null)) {
    throw new UserError(found ? "document-in-folder" : "document-unknown", { name: path });
  }
  await beforeWrite();
  store.removeDocument(scope, path);
  store.rememberFiles(scope, [], [path]);
}

/**
 * Removes every document that was added to a scope; for a day each can be restored. What a crash leaves in the index, the
 * next sync takes out.
 *
 * @returns how many there were
 */
export async function removeDocuments(
  { store, library, now, beforeWrite }: Parts,
  scope: Scope,
): Promise<number> {
  const documents = new Map(store.listDocuments(scope).map((document) => [document.path, document]));
  const titleOf = (path: string): string | null => documents.get(path)?.title ?? null;
  const removed = library.removeAll(scope, new Date(now()).toISOString(), titleOf);
  if (removed.length === 0) return 0;
  await beforeWrite();
  store.removeDocuments(removed.flatMap((path) => documents.get(path)?.id ?? []));
  store.rememberFiles(scope, [], removed);
  return removed.length;
}
