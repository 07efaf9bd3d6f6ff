import { MessageFlags, InteractionResponseType as Response } from "discord-api-types/v10";
import { checkChoices } from "./check/check-choices.ts";
import { checkMessage } from "./check/check-message.ts";
import { checkModal } from "./check/check-modal.ts";
import { asNumber, asObject, asObjects, collectProblems, type Json, type Problem } from "./check/problem.ts";
import { allowsResponse, type Exchange } from "./exchanges.ts";
import { describeMessage, keptFiles } from "./messages.ts";
import type { Call, Routes } from "./rest-server.ts";
import type { RouteContext } from "./route-context.ts";

/** The first response to an interaction; interactions/receiving-and-responding. */
export function interactionRoutes(context: RouteContext): Routes {
  const { exchanges, judge, bell } = context;
  return {
    "POST /interactions/:interaction/:token/callback": (call) => {
      const { interaction = "", token = "" } = call.parameters;
      const exchange = exchanges.forCallback(interaction, token);
      const body = asObject(call.json);
      const type = asNumber(body.type) as Response;
      const data = asObject(body.data);
      judge(exchange.deed, checkResponse(exchange, type, data, call));
      respond(context, exchange, type, data, call);
      exchange.misled = call.misled;
      exchanges.acknowledge(exchange, type);
      bell.ring();
      return call.query.get("with_response") === "true" ? describeResponse(exchange, type) : undefined;
    },
  };
}

function checkResponse(exchange: Exchange, type: Response, data: Json, call: Call): Problem[] {
  const problems = collectProblems();
  if (!allowsResponse(exchange, type)) {
    problems.refuse("type", "response-type", `${type} is no response to ${exchange.deed}`);
    return problems.list;
  }
  switch (type) {
    case Response.ChannelMessageWithSource:
      return checkMessage(data, { route: "callback", files: call.files });
    case Response.UpdateMessage: {
      const { message } = exchange;
      const files = message === null ? call.files : [...keptFiles(message, data), ...call.files];
      return checkMessage(data, { route: "edit", flags: message?.flags ?? 0, files });
    }
    case Response.Modal:
      return checkModal(data);
    case Response.ApplicationCommandAutocompleteResult:
      return checkChoices(data);
    default:
      return checkDeferral(data);
  }
}

/** A deferral may carry EPHEMERAL and nothing else; with other flags the message that follows is not what was meant. */
function checkDeferral(data: Json): Problem[] {
  const problems = collectProblems();
  const { flags, ...rest } = data;
  if ((asNumber(flags) & ~MessageFlags.Ephemeral) !== 0)
    problems.remark("data.flags", "deferral", "a deferral may only carry EPHEMERAL");
  if (Object.keys(rest).length > 0) problems.remark("data", "deferral", "a deferral has no message");
  return problems.list;
}

function respond(
  { messages, world, announce }: RouteContext,
  exchange: Exchange,
  type: Response,
  data: Json,
  call: Call,
): void {
  const { place, user } = exchange;
  if (type === Response.ChannelMessageWithSource || type === Response.DeferredChannelMessageWithSource) {
    const deferred = type === Response.DeferredChannelMessageWithSource;
    const flags = asNumber(data.flags) & MessageFlags.Ephemeral;
    const draft = {
      place,
      author: world.bot,
      onlyFor: flags === 0 ? null : user,
      interaction: { id: exchange.id, type: exchange.type, user },
      flags: flags | (deferred ? MessageFlags.Loading : 0),
    };
    exchange.original = messages.create(draft, deferred ? {} : data, call.files);
    if (flags === 0) announce("MESSAGE_CREATE", describeMessage(exchange.original), intentOf(place.guildId));
  } else if (type === Response.UpdateMessage || type === Response.DeferredMessageUpdate) {
    exchange.original = exchange.message;
    if (exchange.message !== null && type === Response.UpdateMessage)
      messages.edit(exchange.message, data, call.files);
  } else if (type === Response.Modal) {
    exchange.modal = data;
  } else {
    exchange.choices = asObjects(data.choices);
  }
}

/** GuildMessages in a server, DirectMessages elsewhere. */
export function intentOf(guildId: string | null): number {
  return guildId === null ? 1 << 12 : 1 << 9;
}

function describeResponse(exchange: Exchange, type: Response): Json {
  const message = exchange.original;
  return {
    interaction: {
      id: exchange.id,
      type: exchange.type,
      response_message_id: message?.id ?? null,
      response_message_loading: exchange.waiting,
      response_message_ephemeral: message?.onlyFor !== null,
      channel_id: exchange.place.channel.id,
      guild_id: exchange.place.guildId,
    },
    resource: { type, ...(message === null ? {} : { message: describeMessage(message) }) },
  };
}
