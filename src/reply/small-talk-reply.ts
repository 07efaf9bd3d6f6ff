import type { Language, SmallTalk } from "../../index/index.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** A friendly word to somebody who asked the documents nothing: what the bot does, and how it is asked. */
export function renderSmallTalkReply({ kind }: Pick<SmallTalk, "kind">, locale: Language): ReplyPayload {
  const { smallTalk, help } = textsOf(locale);
  const example = fill(smallTalk.example, { example: `\`${help.exampleQuestion}\`` });
  return assemblePayload(ACCENTS.neutral, [
    showText(`${smallTalk.openings[kind]} ${smallTalk.about}\n${example}`),
  ]);
}
