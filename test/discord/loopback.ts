import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { apiErrors } from "./api-error.ts";
import { makeAttachments } from "./attachments.ts";
import { type Bell, makeBell } from "./bell.ts";
import { openOpenApi } from "./check/check-openapi.ts";
import type { Json } from "./check/problem.ts";
import { type Exchange, makeExchanges } from "./exchanges.ts";
import { type Failure, makeFailures } from "./failures.ts";
import { type Gateway, makeGateway } from "./gateway.ts";
import { type LoopbackMessage, makeMessages } from "./messages.ts";
import { makePeople, type People } from "./people.ts";
import { makeRestServer, type SeenRequest } from "./rest-server.ts";
import type { Commands } from "./route-context.ts";
import { makeRoutes } from "./routes.ts";
import { makeSnowflakes } from "./snowflake.ts";
import { toViolations, type Violation } from "./violations.ts";
import { makeWorld, type World } from "./world.ts";

/** How the loopback Discord behaves. */
export interface LoopbackOptions {
  /** Milliseconds since 1970; ages interactions and their tokens. Default: the machine's clock. */
  readonly now?: () => number;
  /** Language of the server. Default `en-US`. */
  readonly guildLocale?: string;
  /** Milliseconds between heartbeats. Default 41,250, as Discord asks for. */
  readonly heartbeat?: number;
  /** Bits of privileged intents that are switched on. Default none. */
  readonly privilegedIntents?: number;
  /** A copy of Discord's OpenAPI document. Default: what the environment's DISCORD_OPENAPI names, if anything. */
  readonly openApi?: string | undefined;
}

/** A Discord on the loopback interface. Close it, or the test does not end. */
export interface LoopbackDiscord extends People {
  /** For `rest.api` of discord.js, or DISCORD_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  /** Every interaction, in order. */
  readonly exchanges: readonly Exchange[];
  /** Every message that the bot wrote and has not deleted, in order; also those that it still thinks about. */
  readonly replies: readonly LoopbackMessage[];
  /** Every request, in order. */
  readonly requests: readonly SeenRequest[];
  /** Paths of files that were fetched from the CDN, in order. */
  readonly fetched: readonly string[];
  /** Registered commands: of a server, or those for everywhere. */
  commands(guildId?: string): readonly Json[];
  /** Every rule that was broken, interactions that were forgotten included. A test asserts that there is none. */
  readonly violations: readonly Violation[];
  /** Takes the violations of a rule off the list: for a test that provokes them. */
  forgive(rule: string): readonly Violation[];
  /** Lets coming requests fail. */
  failNext(failure: Failure): void;
  /** Breaks the gateway connection; see `gateway` for the other ways. */
  killSocket: Gateway["killSocket"];
  /** Waits until a bot has identified and was told of its servers. */
  ready(): Promise<void>;
  /** Waits until a condition on any of this holds. */
  until: Bell["until"];
  close(): Promise<void>;
}

/** Starts a Discord that enforces Discord's rules, on a free port of 127.0.0.1. */
export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { now = Date.now, guildLocale = "en-US", heartbeat = 41_250, privilegedIntents = 0 } = options;
  const token = "bG9vcGJhY2s.loopback.token";
  const makeId = makeSnowflakes(now);
  const world = makeWorld(makeId, guildLocale);
  const bell = makeBell();
  const broken: Violation[] = [];
  const requests: SeenRequest[] = [];
  const commands: Commands = new Map();
  const failures = makeFailures();
  const messages = makeMessages(makeId, now);
  const report = (rule: string, where: string, message: string) => void broken.push({ rule, where, message });
  const exchanges = makeExchanges(now, bell, (violation) => void broken.push(violation));
  const checkOpenApi = openOpenApi("openApi" in options ? options.openApi : process.env.DISCORD_OPENAPI);
  let address = "";
  const attachments = makeAttachments(makeId, () => address, report);

  const context = {
    world,
    messages,
    attachments,
    exchanges,
    commands,
    bell,
    makeId,
    gatewayUrl: () => `ws://${address}/gateway`,
    intents: () => gateway.intents,
    announce(type: string, data: Json, intent: number) {
      if ((gateway.intents & intent) !== 0) gateway.dispatch(type, data);
    },
    judge(where: string, problems: Parameters<typeof toViolations>[1]) {
      broken.push(...toViolations(where, problems));
      const refused = problems.filter((problem) => problem.refused);
      if (refused.length > 0) throw apiErrors.invalidForm(refused);
    },
  };
  const server = makeRestServer({
    token,
    routes: makeRoutes(context),
    serveFile: attachments.serve,
    failures,
    requests,
    report,
    inspect(method, pattern, json) {
      broken.push(...toViolations(`${method} ${pattern}`, checkOpenApi(method, pattern, json)));
    },
  });
  const gateway = makeGateway(server, {
    token,
    heartbeat,
    privilegedIntents,
    bell,
    report,
    ready: () => ({
      v: 10,
      user: world.bot,
      application: world.application,
      guilds: [world.guild, world.otherGuild].map(({ id }) => ({ id, unavailable: true })),
      resume_gateway_url: `ws://${address}/resume`,
    }),
    greet: (intents) =>
      (intents & 1) === 0
        ? []
        : [world.guild, world.otherGuild].map((guild) => ["GUILD_CREATE", guild] as const),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...makePeople({ ...context, gateway }),
    url: `http://${address}/api`,
    token,
    world,
    gateway,
    exchanges: exchanges.all,
    get replies() {
      return messages.all.filter(({ author, deleted }) => author.id === world.bot.id && !deleted);
    },
    requests,
    fetched: attachments.fetched,
    commands: (guildId = "") => commands.get(guildId) ?? [],
    get violations() {
      return [...broken, ...exchanges.forgotten()];
    },
    forgive(rule) {
      const forgiven = broken.filter((violation) => violation.rule === rule);
      broken.splice(0, broken.length, ...broken.filter((violation) => violation.rule !== rule));
      return forgiven;
    },
    failNext: failures.add,
    killSocket: gateway.killSocket,
    ready: () => bell.until(() => gateway.connected, "a bot that identifies"),
    until: bell.until,
    async close() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
