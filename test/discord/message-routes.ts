import { apiErrors } from "./api-error.ts";
import { checkMessage } from "./check/check-message.ts";
import { asObject, asText, collectProblems } from "./check/problem.ts";
import { intentOf } from "./interaction-routes.ts";
import { describeMessage, keptFiles, type LoopbackMessage } from "./messages.ts";
import type { Call, Routes } from "./rest-server.ts";
import type { RouteContext } from "./route-context.ts";
import type { Place, World } from "./world.ts";

/** MessageContent: what people write to others is empty without it. */
const MESSAGE_CONTENT = 1 << 15;

/** Whether the bot may not read what a message says; topics/gateway, "Message Content Intent". */
export function isHidden(
  { author, mentions, place }: LoopbackMessage,
  bot: World["bot"],
  intents: number,
): boolean {
  if ((intents & MESSAGE_CONTENT) !== 0 || author.id === bot.id || place.guildId === null) return false;
  return !mentions.some(({ id }) => id === bot.id);
}

/** Messages in channels, outside of interactions; resources/message. */
export function messageRoutes({ world, messages, bell, judge, announce, intents }: RouteContext): Routes {
  const places = Object.values(world.places);
  const describe = (message: LoopbackMessage) =>
    describeMessage(message, isHidden(message, world.bot, intents()));

  function findPlace({ parameters }: Call): Place {
    const place = places.find(({ channel, installed }) => installed && channel.id === parameters.channel);
    if (place === undefined) throw apiErrors.unknownChannel();
    return place;
  }

  function findMessage(call: Call): LoopbackMessage {
    const place = findPlace(call);
    const message = messages.find(call.parameters.message ?? "");
    if (message === undefined || message.place.channel.id !== place.channel.id || message.onlyFor !== null)
      throw apiErrors.unknownMessage();
    return message;
  }

  function findOwn(call: Call): LoopbackMessage {
    const message = findMessage(call);
    if (message.author.id !== world.bot.id) throw apiErrors.unknownMessage();
    return message;
  }

  function findReference(call: Call, body: unknown): LoopbackMessage | null {
    const reference = asObject(asObject(body).message_reference);
    if (reference.message_id === undefined) return null;
    const found = messages.find(asText(reference.message_id)) ?? null;
    if (found === null && reference.fail_if_not_exists !== false) {
      const problems = collectProblems();
      problems.refuse("message_reference", "message-reference-unknown-message", "Unknown message");
      judge(call.route, problems.list);
    }
    return found;
  }

  return {
    "GET /channels/:channel": (call) => findPlace(call).channel,
    "POST /channels/:channel/typing": (call) => void findPlace(call),
    "GET /channels/:channel/messages": (call) => {
      const place = findPlace(call);
      const here = messages.all.filter(
        ({ place: { channel }, onlyFor, deleted }) =>
          channel.id === place.channel.id && onlyFor === null && !deleted,
      );
      return here
        .slice(-Number(call.query.get("limit") ?? 50))
        .reverse()
        .map(describe);
    },
    "GET /channels/:channel/messages/:message": (call) => describe(findMessage(call)),
    "POST /channels/:channel/messages": (call) => {
      const place = findPlace(call);
      const body = asObject(call.json);
      judge(call.route, checkMessage(body, { route: "channel", files: call.files }));
      const repliesTo = findReference(call, body);
      const message = messages.create({ place, author: world.bot, repliesTo }, body, call.files);
      announce("MESSAGE_CREATE", describe(message), intentOf(place.guildId));
      bell.ring();
      return describe(message);
    },
    "PATCH /channels/:channel/messages/:message": (call) => {
      const message = findOwn(call);
      const body = asObject(call.json);
      const files = [...keptFiles(message, body), ...call.files];
      judge(call.route, checkMessage(body, { route: "edit", flags: message.flags, files }));
      messages.edit(message, body, call.files);
      announce("MESSAGE_UPDATE", describe(message), intentOf(message.place.guildId));
      bell.ring();
      return describe(message);
    },
    "DELETE /channels/:channel/messages/:message": (call) => {
      const message = findOwn(call);
      message.deleted = true;
      const { place } = message;
      const event = {
        id: message.id,
        channel_id: place.channel.id,
        ...(place.guildId ? { guild_id: place.guildId } : {}),
      };
      announce("MESSAGE_DELETE", event, intentOf(place.guildId));
      bell.ring();
      return undefined;
    },
  };
}
