import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { isReasonCode, type Reason, type ReasonCode, UserError } from "../index/index.ts";

/** What Accord was told by its environment and its command line. Folders are absolute. */
export interface Config {
  /** `ACCORD_CORPUS`, default `corpus` in the project. */
  readonly corpusFolder: string;
  /** `ACCORD_DATA`, default `data` in the project: the index, and what cannot be rebuilt, as added documents and questions. */
  readonly dataFolder: string;
  /** The models that ship with Accord. */
  readonly modelsFolder: string;
  /** `ACCORD_MODEL`: a hub id or a folder. Left out: the model that ships with Accord. */
  readonly model?: string;
  /** `HF_ENDPOINT`, default https://huggingface.co, without a slash at its end. */
  readonly endpoint: string;
  /** `DEBUG`: errors show their stack. */
  readonly debug: boolean;
  /** `ACCORD_HTTP_PORT`: where the bot tells its health and metrics on the loopback interface. Left out: nowhere. */
  readonly httpPort?: number;
  /** How to reach Discord; left out where `DISCORD_TOKEN` is. */
  readonly discord?: DiscordConfig;
}

/** The bot's side of the configuration. */
export interface DiscordConfig {
  /** `DISCORD_TOKEN`. Never logged. */
  readonly token: string;
  /** `DISCORD_GUILD_ID`: register the commands in this server alone, where they appear at once. */
  readonly guildId?: string;
  /** `DISCORD_API_URL`: a REST proxy's address; Discord's where it is left out. */
  readonly api?: string;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where paths start, and what the command line says in place of the environment. */
export interface ConfigSources {
  readonly projectRoot: string;
  /** Where relative folders start, default the process's own. */
  readonly workingFolder?: string;
  readonly corpus?: string | undefined;
  readonly data?: string | undefined;
}

const path = z.string().regex(/^\P{Cc}+$/u, "setting-control-character" satisfies ReasonCode);

/** Keys are the names that a person set, so that a problem can name them. */
const Settings = z.object({
  ACCORD_CORPUS: path.optional(),
  ACCORD_DATA: path.optional(),
  ACCORD_MODEL: path.optional(),
  ACCORD_HTTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, "setting-port" satisfies ReasonCode)
    .transform(Number)
    .refine((port) => port <= 65_535, "setting-port" satisfies ReasonCode)
    .optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, "setting-white-space" satisfies ReasonCode)
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, "setting-server-id" satisfies ReasonCode)
    .optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: "setting-address" satisfies ReasonCode }).optional(),
  HF_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "setting-address" satisfies ReasonCode })
    .default("https://huggingface.co"),
});

/**
 * Reads the configuration. An empty variable counts as left out.
 * Throws one `UserError` "config-invalid" that names everything that is wrong.
 */
export function readConfig(environment: Environment, sources: ConfigSources): Config {
  const parsed = Settings.safeParse({
    ACCORD_CORPUS: sources.corpus ?? given(environment.ACCORD_CORPUS),
    ACCORD_DATA: sources.data ?? given(environment.ACCORD_DATA),
    ACCORD_MODEL: given(environment.ACCORD_MODEL),
    ACCORD_HTTP_PORT: given(environment.ACCORD_HTTP_PORT),
    HF_ENDPOINT: given(environment.HF_ENDPOINT),
    DISCORD_TOKEN: given(environment.DISCORD_TOKEN),
    DISCORD_GUILD_ID: given(environment.DISCORD_GUILD_ID),
    DISCORD_API_URL: given(environment.DISCORD_API_URL),
  });
  if (!parsed.success) throw invalid(parsed.error.issues.map(toReason));

  const { ACCORD_CORPUS, ACCORD_DATA, ACCORD_MODEL, HF_ENDPOINT, ACCORD_HTTP_PORT: httpPort } = parsed.data;
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guildId, DISCORD_API_URL: api } = parsed.data;
  const folder = (named: string | undefined, standard: string): string =>
    named === undefined
      ? join(sources.projectRoot, standard)
      : resolve(sources.workingFolder ?? process.cwd(), named);
  const corpusFolder = folder(ACCORD_CORPUS, "corpus");
  const dataFolder = folder(ACCORD_DATA, "data");
  // What Accord keeps is not to be read as documents.
  if (contains(dataFolder, corpusFolder)) {
    throw invalid([{ code: "data-around-corpus", values: { data: dataFolder, corpus: corpusFolder } }]);
  }
  return {
    corpusFolder,
    dataFolder,
    modelsFolder: join(sources.projectRoot, "models"),
    ...(ACCORD_MODEL === undefined ? {} : { model: ACCORD_MODEL }),
    endpoint: HF_ENDPOINT.replace(/\/+$/, ""),
    debug: given(environment.DEBUG) !== undefined,
    ...(httpPort === undefined ? {} : { httpPort }),
    ...(token === undefined
      ? {}
      : {
          discord: {
            token,
            ...(guildId === undefined ? {} : { guildId }),
            ...(api === undefined ? {} : { api: api.replace(/\/+$/, "") }),
          },
        }),
  };
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

function toReason({ path, message }: z.core.$ZodIssue): Reason {
  if (!isReasonCode(message)) throw new Error(`No setting is checked for "${message}".`);
  return { code: message, values: { name: path.join(".") } };
}

function invalid(problems: readonly Reason[]): UserError {
  return new UserError("config-invalid", { problems });
}

function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
