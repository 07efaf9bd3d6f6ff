import { apiErrors } from "./api-error.ts";
import { checkCommand, checkCommands } from "./check/check-command.ts";
import { asNumber, asObject, asObjects, asText, type Json } from "./check/problem.ts";
import type { Call, Routes } from "./rest-server.ts";
import type { Commands, RouteContext } from "./route-context.ts";
import type { Place } from "./world.ts";

/** Slash commands and menu entries; interactions/application-commands. */
export function commandRoutes({ commands, makeId, world, bell, judge }: RouteContext): Routes {
  const list = (call: Call): Json[] => commands.get(call.parameters.guild ?? "") ?? [];

  function store(call: Call, next: Json[]): void {
    judge(call.route, checkCommands(next));
    commands.set(call.parameters.guild ?? "", next);
    bell.ring();
  }

  function complete(call: Call, body: Json, known?: Json): Json {
    judge(call.route, checkCommand(body));
    return {
      description: "",
      default_member_permissions: null,
      nsfw: false,
      integration_types: [0],
      contexts: null,
      ...known,
      ...body,
      options: asObjects(body.options ?? known?.options).map(completeOption),
      type: asNumber(body.type ?? known?.type) || 1,
      id: known?.id ?? makeId(),
      application_id: world.application.id,
      version: makeId(),
      ...(call.parameters.guild === undefined ? {} : { guild_id: call.parameters.guild }),
    };
  }

  function find(call: Call): Json {
    const found = list(call).find(({ id }) => id === call.parameters.command);
    if (found === undefined) throw apiErrors.unknownCommand();
    return found;
  }

  const sameAs = (body: Json) => (known: Json) =>
    known.name === body.name && known.type === (asNumber(body.type) || 1);

  const routes: Routes = {
    "GET /commands": list,
    "PUT /commands": (call) => {
      const bodies = asObjects(call.json);
      store(
        call,
        bodies.map((body) => complete(call, body, list(call).find(sameAs(body)))),
      );
      return list(call);
    },
    "POST /commands": (call) => {
      const body = asObject(call.json);
      const known = list(call).find(sameAs(body));
      const command = complete(call, body, known);
      store(call, [...list(call).filter((each) => each !== known), command]);
      return command;
    },
    "GET /commands/:command": find,
    "PATCH /commands/:command": (call) => {
      const known = find(call);
      const command = complete(call, { ...known, ...asObject(call.json) }, known);
      store(
        call,
        list(call).map((each) => (each === known ? command : each)),
      );
      return command;
    },
    "DELETE /commands/:command": (call) => {
      const known = find(call);
      store(
        call,
        list(call).filter((each) => each !== known),
      );
      return undefined;
    },
  };
  return Object.fromEntries(
    Object.entries(routes).flatMap(([route, handle]) => {
      const [method, path] = route.split(" ");
      return ["", "/guilds/:guild"].map((scope) => [
        `${method} /applications/:application${scope}${path}`,
        handle,
      ]);
    }),
  );
}

/** What Discord adds to an option that is left out: nothing is required unless it says so. */
function completeOption(option: Json): Json {
  const { options, required, ...rest } = option;
  return {
    ...rest,
    ...(required === true ? { required } : {}),
    ...(options === undefined ? {} : { options: asObjects(options).map(completeOption) }),
  };
}

/**
 * The command that people are offered here.
 *
 * @throws Error if there is none: the bot has not registered it, or not for this kind of place.
 */
export function findCommand(commands: Commands, name: string, type: number, place: Place): Json {
  const offered = [...(commands.get(place.guildId ?? " ") ?? []), ...(commands.get("") ?? [])];
  const command = offered.find((each) => each.type === type && asText(each.name) === name);
  if (command === undefined) throw new Error(`The bot has not registered "${name}"`);
  const { contexts, integration_types: installs } = command;
  if (Array.isArray(contexts) && !contexts.includes(place.context))
    throw new Error(`"${name}" is not offered in context ${place.context}`);
  if (Array.isArray(installs) && !installs.includes(place.installed ? 0 : 1))
    throw new Error(`"${name}" is not offered where only the person has installed the application`);
  return command;
}
