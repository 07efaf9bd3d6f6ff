import type { Language } from "../../index/index.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showLine, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** What Accord does and how it is asked. */
export function renderHelpReply(locale: Language): ReplyPayload {
  const { help } = textsOf(locale);
  const commands = Object.values(help.commands).map((line) => `• ${line}`);
  return assemblePayload(ACCENTS.neutral, [
    showText(`### ${help.title}\n${help.about}`),
    showLine(),
    showText([...commands, "", help.more].join("\n")),
    showLine(),
    showText(fill(help.example, { example: `\`${help.exampleQuestion}\`` })),
  ]);
}
