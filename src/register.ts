import { REST, Routes } from "discord.js";
import { z } from "zod";
import { commands } from "../commands/index.ts";
import { toErrorRecord } from "./cli/json.ts";
import { createTerminal } from "./cli/terminal.ts";
import { fill } from "./cli/texts.ts";
import { readConfig } from "./config.ts";
import { registerCommands } from "./discord/register-commands.ts";
import { toStartError } from "./discord/to-start-error.ts";
import { findProjectRoot } from "./project-root.ts";

// Registers the bot's commands with Discord, where they differ, and ends. The bot does the same when it starts.
const terminal = createTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
const { language, texts } = terminal;

try {
  const { discord } = readConfig(process.env, { projectRoot: findProjectRoot() });
  if (discord === undefined) {
    process.stderr.write(`${texts.noToken.join("\n")}\n`);
    process.exit(1);
  }
  const { token, guildId, api } = discord;
  try {
    const rest = new REST(api === undefined ? {} : { api }).setToken(token);
    const application = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const definitions = commands.map(({ data }) => data);
    const { created, changed, removed } = await registerCommands(rest, application.id, definitions, guildId);
    const counts = { created: created.length, changed: changed.length, removed: removed.length };
    await terminal.write(`${fill(texts.registered, { commands: definitions.length, ...counts })}\n`);
  } catch (error) {
    throw toStartError(error, { api, guildId });
  }
} catch (error) {
  const { message, hint } = toErrorRecord(error, language);
  terminal.warn(`${message} ${hint}`);
  process.exitCode = 1;
}
