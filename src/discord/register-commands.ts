import { isDeepStrictEqual } from "node:util";
import { type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord.js";

/** What a registration changed, by command name. */
export interface Registration {
  readonly created: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface Registered {
  readonly id: string;
  readonly name: string;
  readonly type?: number;
}

/**
 * Makes the commands that Discord knows the given ones, by writing only what differs: every write counts against a daily
 * limit (200 creations, docs/interactions/application-commands), and a command that stays keeps its place.
 *
 * @param guildId registers in one server, where it takes effect at once; everywhere if left out
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
  const known = (await rest.get(all, { query })) as Registered[];
  const keyOf = ({ name, type = 1 }: { name: string; type?: number | undefined }): string =>
    `${type} ${name}`;
  const byKey = new Map(known.map((command) => [keyOf(command), command]));
  const registration = { created: [] as string[], changed: [] as string[], removed: [] as string[] };
  for (const command of wanted) {
    const existing = byKey.get(keyOf(command));
    byKey.delete(keyOf(command));
    if (!existing) {
      await rest.post(all, { body: command });
      registration.created.push(command.name);
    } else if (differs(command, existing)) {
      await rest.patch(one(existing.id), { body: command });
      registration.changed.push(command.name);
    }
  }
  for (const { id, name } of byKey.values()) {
    await rest.delete(one(id));
    registration.removed.push(name);
  }
  return registration;
}

/** Whether what is registered lacks something that is wanted. What Discord adds by itself (ids, defaults) is no difference. */
function differs(wanted: unknown, registered: unknown): boolean {
  if (wanted === undefined || wanted === null || wanted === false) {
    return registered !== undefined && registered !== null && registered !== false;
  }
  if (Array.isArray(wanted)) {
    const other = Array.isArray(registered) ? registered : [];
    return wanted.length !== other.length || wanted.some((entry, index) => differs(entry, other[index]));
  }
  if (typeof wanted === "object") {
    const other = (registered ?? {}) as Record<string, unknown>;
    return Object.entries(wanted).some(([key, value]) => differs(value, other[key]));
  }
  return !isDeepStrictEqual(wanted, registered);
}
