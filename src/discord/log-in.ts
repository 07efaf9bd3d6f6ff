import { type Client, Events, type REST } from "discord.js";
import { type Clock, within } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Command } from "./command.ts";
import { registerCommands, removeLeftOver } from "./register-commands.ts";
import { StartError } from "./start-error.ts";
import { loginToStartError, toStartError } from "./to-start-error.ts";

/** Resolves with the ready client; rejects when Discord closes for good, or says nothing for too long. */
export async function logIn(
  client: Client,
  token: string,
  closed: Promise<StartError>,
  { clock, limit, api = "Discord" }: { clock: Clock; limit: number; api?: string | undefined },
): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const login = client.login(token).catch((error: unknown) => {
    throw loginToStartError(error, { api });
  });
  const outcome = await within(clock, limit, Promise.race([login.then(() => ready), closed]));
  if (outcome === null)
    throw new StartError("unreachable", { address: api, reason: "the gateway does not answer" });
  if (outcome instanceof StartError) throw outcome;
  return outcome;
}

/** Which commands are registered where. */
interface RegisterSettings {
  readonly commands: readonly Command[];
  readonly guildId?: string;
  readonly api?: string;
  readonly log: Log;
}

/** Registers the commands. Without them being brought up to date the bot still answers those that Discord knows. */
export async function register(
  client: Client<true>,
  { commands, guildId, api, log }: RegisterSettings,
): Promise<void> {
  const rest: REST = client.rest;
  const definitions = commands.map(({ data }) => data);
  try {
    const registration = await registerCommands(rest, client.application.id, definitions, guildId);
    log.info(registration, "commands registered");
    if (guildId === undefined) {
      const servers = [...client.guilds.cache.keys()];
      const removed = await removeLeftOver(rest, client.application.id, definitions, servers);
      if (removed > 0) log.info({ removed }, "commands of single servers removed: they are everywhere now");
    }
  } catch (error) {
    const meant = toStartError(error, { api, guildId });
    if (meant instanceof StartError && meant.code === "guild-unknown") throw meant;
    log.error({ err: error }, "the commands could not be registered");
  }
}
