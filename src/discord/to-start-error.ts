import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from "discord.js";
import { StartError } from "./start-error.ts";

/** Discord's own REST address, to be named where it cannot be reached. */
const DISCORD_ADDRESS = "https://discord.com/api";

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
    // A proxy, or something else that is not Discord, answers with codes of its own.
    return error.status === 404 && error.code === 0 ? unreachable(api, "status 404", error) : error;
  }
  if (error instanceof HTTPError) return unreachable(api, `status ${error.status}`, error);
  const reason = networkReason(error);
  return reason === null ? error : unreachable(api, reason, error);
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
  if (error instanceof SyntaxError) return "its answer is not Discord's";
  return networkReason(error.cause);
}
