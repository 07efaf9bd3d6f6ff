import { OPTIONS } from "../index/index.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { completeDocument, defineSlash, describeOption, documentOption } from "../src/discord/define.ts";
import { toFilter } from "../src/discord/view.ts";
import { CITATION_STYLES, type CitationStyle } from "../src/reply/citation.ts";
import { renderQuoteReply } from "../src/reply/quote-reply.ts";
import { textsOf } from "../src/reply/texts.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "quote", vi: "trích-dẫn" },
    { en: "Find some wording, with a citation to copy", vi: "Tìm câu chữ, kèm trích dẫn nguồn để sao chép" },
  )
    .addStringOption((option) =>
      describeOption(
        option,
        { en: "text", vi: "câu-chữ" },
        { en: "The words as you remember them", vi: "Câu chữ như bạn nhớ" },
      )
        .setRequired(true)
        .setMaxLength(OPTIONS.maximumQuestionLength),
    )
    .addStringOption(documentOption)
    .addStringOption((option) =>
      describeOption(
        option,
        { en: "style", vi: "kiểu" },
        { en: "How to write the citation", vi: "Cách ghi trích dẫn" },
      ).addChoices(
        CITATION_STYLES.map((value) => ({
          name: textsOf("en").quote.styles[value],
          name_localizations: { vi: textsOf("vi").quote.styles[value] },
          value,
        })),
      ),
    )
    .toJSON(),
  visibility: (_interaction, { settings }) => settings.visibility,
  async execute({ options }, { engine, reading }, { locale, view }) {
    const document = options.getString("document");
    const filter = { ...toFilter(view), ...(document === null ? {} : { document }) };
    const result = await engine.quote(options.getString("text", true), filter);
    const style = options.getString("style") as CitationStyle | null;
    return { payload: renderQuoteReply(result, locale, style ?? "plain", reading()) };
  },
  autocomplete: completeDocument,
} satisfies SlashCommand;
