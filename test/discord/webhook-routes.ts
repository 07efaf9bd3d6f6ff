import { MessageFlags } from "discord-api-types/v10";
import { apiErrors } from "./api-error.ts";
import { checkMessage } from "./check/check-message.ts";
import { asNumber, asObject } from "./check/problem.ts";
import type { Exchange } from "./exchanges.ts";
import { intentOf } from "./interaction-routes.ts";
import { describeMessage, keptFiles, type LoopbackMessage } from "./messages.ts";
import type { Call, Routes } from "./rest-server.ts";
import type { RouteContext } from "./route-context.ts";

/** Messages through an interaction's token, after the first response: edits and follow-ups. */
export function webhookRoutes({ exchanges, messages, world, bell, judge, announce }: RouteContext): Routes {
  function find({ parameters }: Call): { exchange: Exchange; message: LoopbackMessage } {
    const exchange = exchanges.forWebhook(parameters.token ?? "");
    const { message: id = "@original" } = parameters;
    const message =
      id === "@original" ? exchange.original : exchange.followups.find((each) => each.id === id);
    const found = message ?? (exchange.original?.id === id ? exchange.original : null);
    if (found === null || found === undefined || found.deleted) throw apiErrors.unknownMessage();
    return { exchange, message: found };
  }

  function edit(exchange: Exchange, message: LoopbackMessage, call: Call): unknown {
    const body = asObject(call.json);
    const loading = (message.flags & MessageFlags.Loading) !== 0;
    const files = [...keptFiles(message, body), ...call.files];
    judge(exchange.deed, checkMessage(body, { route: "edit", flags: message.flags, files }));
    messages.edit(message, body, call.files);
    if (message === exchange.original) exchange.waiting = false;
    if (message.onlyFor === null)
      announce("MESSAGE_UPDATE", describeMessage(message), loading ? 0 : intentOf(message.place.guildId));
    bell.ring();
    return describeMessage(message);
  }

  const one: Routes = {
    GET: (call) => describeMessage(find(call).message),
    PATCH: (call) => {
      const { exchange, message } = find(call);
      return edit(exchange, message, call);
    },
    DELETE: (call) => {
      const { message } = find(call);
      message.deleted = true;
      bell.ring();
      return undefined;
    },
  };
  const paths = ["@original", ":message"].flatMap((id) =>
    Object.entries(one).map(([method, handle]) => [
      `${method} /webhooks/:application/:token/messages/${id}`,
      handle,
    ]),
  );

  return {
    ...Object.fromEntries(paths),
    "POST /webhooks/:application/:token": (call) => {
      const exchange = exchanges.forWebhook(call.parameters.token ?? "");
      const { original, place, user } = exchange;
      const body = asObject(call.json);
      // The first follow-up of a deferral takes its place, and is as private as the deferral was.
      if (original !== null && !original.deleted && (original.flags & MessageFlags.Loading) !== 0) {
        const unprivate = { ...body, flags: asNumber(body.flags) & ~MessageFlags.Ephemeral };
        return edit(exchange, original, { ...call, json: unprivate });
      }
      judge(exchange.deed, checkMessage(body, { route: "followup", files: call.files }));
      const flags = asNumber(body.flags) & MessageFlags.Ephemeral;
      const draft = {
        place,
        author: world.bot,
        onlyFor: flags === 0 ? null : user,
        repliesTo: original === null || original.deleted ? null : original,
        interaction: { id: exchange.id, type: exchange.type, user },
      };
      const message = messages.create(draft, body, call.files);
      exchange.followups.push(message);
      if (flags === 0) announce("MESSAGE_CREATE", describeMessage(message), intentOf(place.guildId));
      bell.ring();
      return describeMessage(message);
    },
  };
}
