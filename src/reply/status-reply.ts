import type { EngineStatus, Language } from "../../index/index.ts";
import { escapeLine } from "./escape.ts";
import { formatNumber } from "./format-number.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** What `/status` tells. Durations are milliseconds. */
export interface StatusFacts {
  readonly version: string;
  readonly engine: EngineStatus;
  /** How long the search engine took to say so. */
  readonly engineLatency: number;
  /** Between a heartbeat and Discord's answer to it; below 0 or `null` while unknown. */
  readonly gatewayLatency: number | null;
  /** Since the bot started. */
  readonly uptime: number;
}

/** Version, model, size and latencies. */
export function renderStatusReply(facts: StatusFacts, locale: Language): ReplyPayload {
  const { status } = textsOf(locale);
  const { model, documents, passages } = facts.engine;
  const gateway = facts.gatewayLatency ?? -1;
  const minutes = Math.max(0, Math.floor(facts.uptime / 60_000));
  const engine = Math.max(0, Math.round(facts.engineLatency));
  const lines = [
    `### ${fill(status.title, { version: escapeLine(facts.version, 40) })}`,
    fill(status.corpus, {
      documents: formatNumber(documents, locale),
      passages: formatNumber(passages, locale),
    }),
    fill(status.model, { model: escapeLine(model.name, 100), dimension: model.dimension }),
    gateway < 0
      ? fill(status.latencyUnknown, { engine })
      : fill(status.latency, { engine, gateway: Math.round(gateway) }),
    `-# ${fill(status.running, {
      days: Math.floor(minutes / 1_440),
      hours: Math.floor(minutes / 60) % 24,
      minutes: minutes % 60,
    })}`,
  ];
  return assemblePayload(ACCENTS.neutral, [showText(lines.join("\n"))]);
}
