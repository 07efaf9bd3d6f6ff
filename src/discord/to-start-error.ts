import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from "discord.js";
import { z } from "zod";
import { StartError } from "./start-error.ts";

/** Discord's own REST address, to be named where it cannot be reached. */
const DISCORD_ADDRESS = "https://discord.com/api";

/** What is wrong with an address where something else answers. */
const FOREIGN_ANSWER = "its answer is not Discord's";

/** How discord.js says that Discord lets the bot begin no further session today, and until when. */
const NO_SESSIONS = /^Not enough sessions remaining\b.*\bresets at (\S+)$/;

/** How Discord says that the bot is not in a server. */
const UNKNOWN_GUILD: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownGuild,
]);

/**
 * What an error of logging in or registering means to whoever runs the bot; the error itself where that is not known.
 *
 * @param asked the REST address that was asked, Discord's if left out, and the server that was registered in
 */
export function toStartError(
  error: unknown,
  {
    api = DISCORD_ADDRESS,
    guildId,
  }: { readonly api?: string | undefined; readonly guildId?: string | undefined },
): unknown {
  if (error instanceof StartError) return error;
  const options = { cause: error };
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return new StartError("token-invalid", {}, options);
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return new StartError("token-invalid", {}, options);
    if (guildId !== undefined && UNKNOWN_GUILD.has(error.code))
      return new StartError("guild-unknown", { guild: guildId }, options);
    // A proxy, or something else that is not Discord, answers with codes of its own, or with none.
    const isNamed = typeof error.code === "number" && error.code !== 0;
    return isNamed ? error : unreachable(api, `status ${error.status}`, error);
  }
  if (error instanceof HTTPError) return unreachable(api, `status ${error.status}`, error);
  if (error instanceof z.ZodError) return unreachable(api, FOREIGN_ANSWER, error);
  const reset = error instanceof Error ? NO_SESSIONS.exec(error.message)?.[1] : undefined;
  if (reset !== undefined) return new StartError("sessions-used-up", { time: reset }, options);
  const reason = networkReason(error);
  return reason === null ? error : unreachable(api, reason, error);
}

/**
 * The same for an error of `Client.login`, which reads the address of the gateway without a look at what it reads: it
 * stumbles over an answer that is not Discord's.
 */
export function loginToStartError(error: unknown, asked: Parameters<typeof toStartError>[1]): unknown {
  const meant = toStartError(error, asked);
  return meant instanceof TypeError
    ? unreachable(asked.api ?? DISCORD_ADDRESS, FOREIGN_ANSWER, error)
    : meant;
}

/** What a closing code that ends a connection for good means; topics/opcodes-and-status-codes, "Gateway Close Event Codes". */
export function closeToStartError(code: number): StartError {
  if (code === 4004) return new StartError("token-invalid");
  return new StartError(code === 4013 || code === 4014 ? "intents-refused" : "disconnected", { code });
}

function unreachable(address: string, reason: string, cause: unknown): StartError {
  return new StartError("unreachable", { address, reason }, { cause });
}

/** A network error's code, however deep it is wrapped; `null` for errors of another kind. */
function networkReason(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (
    typeof code === "string" &&
    /^(?:E[A-Z_]+|UND_ERR_\w+|CERT_\w+|DEPTH_ZERO\w*|SELF_SIGNED\w*|UNABLE_TO\w*)$/.test(code)
  )
    return code;
  if (error.name === "AbortError" || error.name === "TimeoutError") return "no answer in time";
  if (error instanceof SyntaxError) return FOREIGN_ANSWER;
  return networkReason(error.cause);
}
