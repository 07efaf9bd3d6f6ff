import { renderLibraryReply } from "../reply/library-reply.ts";
import { renderNotice } from "../reply/notice-reply.ts";
import type { ComponentInteraction } from "./acknowledge.ts";
import type { Services } from "./command.ts";
import { type Response, respondWithNotice } from "./component-response.ts";
import { exportDocuments } from "./corpus/export-documents.ts";
import { restoreDocument } from "./corpus/remove-document.ts";
import type { ComponentAction } from "./custom-id.ts";
import { isEditor } from "./members.ts";
import type { Situation } from "./situation.ts";

/** What a button or a menu under a server's own documents does: for its editors, whoever could see it. */
export function chooseCorpusResponse(
  action: Extract<ComponentAction, { action: "library" | "restore" | "export" }>,
  interaction: ComponentInteraction,
  services: Services,
  situation: Situation,
): Response {
  const { guildId, locale, settings } = situation;
  if (guildId === null || !isEditor(interaction, settings)) return respondWithNotice("editorsOnly", locale);
  const here = { ...situation, guildId };
  switch (action.action) {
    case "library":
      return {
        kind: "update",
        payload: async () =>
          renderLibraryReply(guildId, await services.engine.library(guildId), locale, action.offset),
      };
    case "restore":
      return {
        kind: "update",
        payload: async () =>
          (await restoreDocument(action.document, services, here)) ?? {
            personal: renderNotice("notKept", locale),
          },
      };
    case "export":
      return {
        kind: "private",
        payload: () => exportDocuments(action.offset, services, here, interaction.attachmentSizeLimit),
      };
  }
}
