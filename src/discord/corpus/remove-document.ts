import { type Engine, OPTIONS, SHARED_SCOPE, type Source, UserError } from "../../../index/index.ts";
import { renderNotice } from "../../reply/notice-reply.ts";
import type { ReplyPayload } from "../../reply/payload.ts";
import { renderRemovalReply, renderRestoredReply } from "../../reply/removal-reply.ts";
import type { Services } from "../command.ts";
import { documentKey } from "../custom-id.ts";
import type { Situation } from "../situation.ts";
import { refreshTitles } from "./add-documents.ts";

type Here = Situation & { readonly guildId: string };

/**
 * Removes a document of the server.
 *
 * @param name as in `Filter.document`
 * @throws UserError `document-unknown`, `document-ambiguous`, `document-in-folder`, `document-for-all`
 */
export async function removeDocument(
  name: string,
  services: Services,
  { guildId, locale }: Here,
): Promise<ReplyPayload> {
  const { engine, now } = services;
  const source = await findOwn(engine, guildId, name);
  await engine.removeDocument(guildId, source.document);
  await refreshTitles(services);
  return renderRemovalReply(source, new Date(now() + OPTIONS.removedKept).toISOString(), locale);
}

/**
 * Puts back the document of the server that a custom id names.
 *
 * @returns `null` where there is nothing to be put back: another server's, too old, or there already
 */
export async function restoreDocument(
  key: string,
  services: Services,
  { guildId, locale }: Here,
): Promise<ReplyPayload | null> {
  const { engine } = services;
  const library = await engine.library(guildId);
  const found = library.find(
    ({ document, removedAt }) => removedAt !== null && documentKey({ scope: guildId, document }) === key,
  );
  if (!found) return null;
  const { document } = found;
  try {
    await engine.restoreDocument(guildId, document);
  } catch (error) {
    if (error instanceof UserError && error.code === "document-unknown") return null;
    throw error;
  }
  await refreshTitles(services);
  const [source] = await engine.sources({ scopes: [guildId], documents: [document] });
  return source ? renderRestoredReply(source, locale) : renderNotice("notKept", locale);
}

/** A document of the server alone; one that is everybody's is called by its name, for it can be removed elsewhere. */
async function findOwn(engine: Engine, guildId: string, name: string): Promise<Source> {
  const unknown = new UserError("document-unknown", { name });
  try {
    const [own] = await engine.sources({ scopes: [guildId], document: name });
    if (own) return own;
    throw unknown;
  } catch (error) {
    if (!(error instanceof UserError && error.code === "document-unknown")) throw error;
    const [shared] = await engine.sources({ scopes: [SHARED_SCOPE], document: name }).catch(() => []);
    if (!shared) throw unknown;
    const added = await engine.library(SHARED_SCOPE);
    const isAdded = added.some(({ document, source }) => document === shared.document && source !== null);
    throw new UserError(isAdded ? "document-for-all" : "document-in-folder", { name: shared.document });
  }
}
