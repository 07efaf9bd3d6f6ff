import type { SlashCommand } from "../src/discord/command.ts";
import { defineSlash } from "../src/discord/define.ts";
import { renderStatusReply } from "../src/reply/status-reply.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "status", vi: "trạng-thái" },
    { en: "Version, model, documents and latency", vi: "Phiên bản, mô hình, tài liệu và độ trễ" },
  ).toJSON(),
  everywhere: true,
  visibility: () => "private",
  async execute(_interaction, { engine, version, now, startedAt, gatewayLatency }, { locale, view }) {
    const begun = now();
    const status = await engine.status(view.scopes);
    const facts = { version, engine: status, engineLatency: now() - begun, uptime: now() - startedAt };
    return { payload: renderStatusReply({ ...facts, gatewayLatency: gatewayLatency() }, locale) };
  },
} satisfies SlashCommand;
