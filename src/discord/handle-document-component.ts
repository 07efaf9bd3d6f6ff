import type { Source } from "../../index/index.ts";
import { CONTEXT_READ, renderContextGone, renderContextReply } from "../reply/context-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { renderOutlineReply, renderSourcesReply } from "../reply/sources-reply.ts";
import type { Services } from "./command.ts";
import type { Response } from "./component-response.ts";
import { type ComponentAction, documentKey } from "./custom-id.ts";
import type { Situation } from "./situation.ts";
import { toFilter, type View } from "./view.ts";

/** What is shown of documents. */
type DocumentAction = Extract<ComponentAction, { action: "context" | "sources" | "outline" }>;

/** What a button or a menu does that shows a quote in its place, the documents, or the sections of one. */
export function chooseDocumentResponse(
  action: DocumentAction,
  services: Services,
  situation: Situation,
): Response {
  switch (action.action) {
    case "context":
      return { kind: "private", payload: () => showContext(services, action, situation) };
    case "sources":
      return { kind: "update", payload: () => showSources(services, action, situation) };
    case "outline":
      return { kind: "update", payload: () => showOutline(services, action, situation) };
  }
}

async function showContext(
  { engine }: Services,
  { document, start, end }: Extract<DocumentAction, { action: "context" }>,
  { locale, view }: Situation,
): Promise<ReplyPayload> {
  const source = await findByKey(engine, document, view);
  const place =
    source && (await engine.readPlace(source.document, { start, end }, CONTEXT_READ, [source.scope]));
  return place ? renderContextReply(place, locale) : renderContextGone(locale);
}

async function showSources(
  { engine, reading }: Services,
  { offset }: Extract<DocumentAction, { action: "sources" }>,
  { locale, view }: Situation,
): Promise<ReplyPayload> {
  return renderSourcesReply(await engine.sources(toFilter(view)), locale, offset, reading());
}

async function showOutline(
  { engine }: Services,
  { document, offset }: Extract<DocumentAction, { action: "outline" }>,
  { locale, view }: Situation,
): Promise<ReplyPayload> {
  const source = await findByKey(engine, document, view);
  return source
    ? renderOutlineReply(await engine.source(source.document, [source.scope]), locale, offset)
    : renderContextGone(locale);
}

/** The document that a custom id names, if it may be seen here. */
async function findByKey(engine: Services["engine"], key: string, view: View): Promise<Source | undefined> {
  return (await engine.sources(toFilter(view))).find((source) => documentKey(source) === key);
}
