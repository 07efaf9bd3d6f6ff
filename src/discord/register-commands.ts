import { isDeepStrictEqual } from "node:util";
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { z } from "zod";

/** What a registration changed, by command name. */
export interface Registration {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

const registeredCommands = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    type: z.number().default(ApplicationCommandType.ChatInput),
  }),
);

type Fields = Readonly<Record<string, unknown>>;

/** An entry point belongs to an application's activities, and is none of ours. */
const FOREIGN = ApplicationCommandType.PrimaryEntryPoint;

/**
 * Makes the commands that Discord knows the given ones, by writing only what differs: every write counts against a daily
 * limit (200 creations, docs/interactions/application-commands), and a command that stays keeps its place.
 *
 * @param guildId registers in one server, where it takes effect at once; everywhere if left out
 * @throws DiscordAPIError and what `rest` throws of connections
 */
export async function registerCommands(
  rest: Pick<REST, "get" | "post" | "patch" | "delete">,
  applicationId: string,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  guildId?: string,
): Promise<Registration> {
  const all =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const one = (id: string): `/${string}` => `${all}/${id}`;
  const query = new URLSearchParams({ with_localizations: "true" });
  const known = registeredCommands.parse(await rest.get(all, { query }));
  const left = new Map(known.map((command) => [keyOf(command), command]));
  const registration = { created: [] as string[], changed: [] as string[], removed: [] as string[] };
  for (const command of wanted) {
    const body = toBody(command as unknown as Fields, guildId === undefined);
    const existing = left.get(keyOf(command));
    left.delete(keyOf(command));
    if (!existing) {
      await rest.post(all, { body });
      registration.created.push(command.name);
    } else if (!isDeepStrictEqual(toMeaning(body), toMeaning(pick(existing, Object.keys(body))))) {
      await rest.patch(one(existing.id), { body });
      registration.changed.push(command.name);
    }
  }
  for (const { id, name, type } of left.values()) {
    if (type === FOREIGN) continue;
    await rest.delete(one(id));
    registration.removed.push(name);
  }
  return registration;
}

/** Servers that are looked at for commands left over: one request each, at every start. */
const SERVERS_LOOKED_AT = 20;

/**
 * Removes from servers what an earlier registration there has left (`DISCORD_GUILD_ID`): people would see each command
 * twice. Only commands that are registered everywhere are taken away, and only in the first 20 servers.
 *
 * @returns how many were removed
 * @throws DiscordAPIError and what `rest` throws of connections
 */
export async function removeLeftOver(
  rest: Pick<REST, "get" | "delete">,
  applicationId: string,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  guildIds: readonly string[],
): Promise<number> {
  const ours = new Set(wanted.map(keyOf));
  let removed = 0;
  for (const guildId of guildIds.slice(0, SERVERS_LOOKED_AT)) {
    const known = registeredCommands.parse(
      await rest.get(Routes.applicationGuildCommands(applicationId, guildId)),
    );
    for (const command of known.filter((each) => ours.has(keyOf(each)))) {
      await rest.delete(Routes.applicationGuildCommand(applicationId, guildId, command.id));
      removed++;
    }
  }
  return removed;
}

function keyOf({
  name,
  type = ApplicationCommandType.ChatInput,
}: {
  readonly name: string;
  readonly type?: number | undefined;
}): string {
  return `${type} ${name}`;
}

/**
 * What is sent for a command: every field that may be changed, since a change leaves alone what is not sent, with its
 * default where nothing is wanted. Places and ways of installing are for commands that are everywhere.
 */
function toBody(command: Fields, isGlobal: boolean): Fields {
  const isTyped = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  const defaults = {
    type: ApplicationCommandType.ChatInput,
    name_localizations: null,
    ...(isTyped ? { description_localizations: null, options: [] } : {}),
    default_member_permissions: null,
    nsfw: false,
    ...(isGlobal ? { contexts: null, integration_types: [ApplicationIntegrationType.GuildInstall] } : {}),
  };
  // What the builders leave undefined is not wanted, and never sent.
  const given = Object.entries(command).filter(([, value]) => value !== undefined);
  return pick({ ...defaults, ...Object.fromEntries(given) }, [
    ...Object.keys(defaults),
    "name",
    "description",
  ]);
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

/** Fields whose order means nothing. */
const SETS: readonly string[] = ["contexts", "integration_types", "channel_types"];

/** What is left of a value when everything is taken away that says nothing: Discord leaves out or adds it as it likes. */
function toMeaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMeaning);
  if (typeof value !== "object" || value === null) return value;
  const told = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
    const meant = SETS.includes(name) && Array.isArray(field) ? [...field].sort() : toMeaning(field);
    return saysNothing(meant) ? [] : [[name, meant]];
  });
  return Object.fromEntries(told);
}

function saysNothing(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === "";
}
