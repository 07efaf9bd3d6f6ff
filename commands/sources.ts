import { UserError } from "../index/index.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { completeDocument, defineSlash, documentOption } from "../src/discord/define.ts";
import { isTiedToNothing } from "../src/discord/ties.ts";
import { toFilter } from "../src/discord/view.ts";
import { renderNotice } from "../src/reply/notice-reply.ts";
import { renderOutlineReply, renderSourcesReply } from "../src/reply/sources-reply.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "sources", vi: "tài-liệu" },
    {
      en: "List the documents, or show one with its sections",
      vi: "Liệt kê tài liệu, hoặc xem một tài liệu và các mục",
    },
  )
    .addStringOption(documentOption)
    .toJSON(),
  everywhere: true,
  visibility: () => "private",
  async execute({ options }, services, { locale, view }) {
    const { engine, reading } = services;
    if (await isTiedToNothing(services, view)) return { payload: renderNotice("tiedToNothing", locale) };
    const document = options.getString("document");
    if (document === null)
      return { payload: renderSourcesReply(await engine.sources(toFilter(view)), locale, 0, reading()) };
    // Found among what may be seen here; a name that nothing has is the engine's error.
    const [found] = await engine.sources({ ...toFilter(view), document });
    if (!found) throw new UserError("document-unknown", { name: document });
    return { payload: renderOutlineReply(await engine.source(found.document, [found.scope]), locale) };
  },
  autocomplete: completeDocument,
} satisfies SlashCommand;
