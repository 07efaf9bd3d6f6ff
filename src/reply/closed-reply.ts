import type { Language } from "../../index/index.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** Channels that are named at most. */
const CHANNELS_SHOWN = 10;

/** Says that a server wants answers in other channels only, and in which. */
export function renderClosedReply(channelIds: readonly string[], locale: Language): ReplyPayload {
  const { here, elsewhere } = textsOf(locale).closed;
  const channels = channelIds.slice(0, CHANNELS_SHOWN).map((id) => `<#${id}>`);
  const rest = channelIds.length > CHANNELS_SHOWN ? " …" : "";
  return assemblePayload(ACCENTS.problem, [
    showText(`${here} ${fill(elsewhere, { channels: channels.join(", ") + rest })}`),
  ]);
}
