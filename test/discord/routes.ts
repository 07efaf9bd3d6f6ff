import { apiErrors } from "./api-error.ts";
import type { Attachments } from "./attachments.ts";
import type { Bell } from "./bell.ts";
import type { Json, Problem } from "./check/problem.ts";
import { type Commands, commandRoutes } from "./command-routes.ts";
import type { Exchanges } from "./exchanges.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import type { Messages } from "./messages.ts";
import type { Routes } from "./rest-server.ts";
import { webhookRoutes } from "./webhook-routes.ts";
import type { World } from "./world.ts";

/** What routes work on. */
export interface RouteContext {
  readonly world: World;
  readonly messages: Messages;
  readonly attachments: Attachments;
  readonly exchanges: Exchanges;
  readonly commands: Commands;
  readonly bell: Bell;
  readonly makeId: () => string;
  readonly gatewayUrl: () => string;
  /** Intents that the bot identified with. */
  readonly intents: () => number;
  /** Sends a gateway event, if a bot that wants it is there. */
  readonly announce: (type: string, data: Json, intent: number) => void;
  /** Records problems, and throws 50035 if Discord would refuse the request for one of them. */
  readonly judge: (where: string, problems: readonly Problem[]) => void;
}

/** Every route of the loopback Discord. */
export function makeRoutes(context: RouteContext): Routes {
  const { world, gatewayUrl } = context;
  const application = { ...world.application, bot: world.bot, owner: world.person };
  return {
    "GET /gateway": () => ({ url: gatewayUrl() }),
    "GET /gateway/bot": () => ({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
    "GET /users/@me": () => world.bot,
    "GET /applications/@me": () => application,
    "GET /oauth2/applications/@me": () => application,
    "GET /guilds/:guild": ({ parameters }) => {
      const guild = [world.guild, world.otherGuild].find(({ id }) => id === parameters.guild);
      if (guild === undefined) throw apiErrors.notFound();
      return guild;
    },
    "POST /users/@me/channels": () => world.places.direct.channel,
    ...commandRoutes(context),
    ...interactionRoutes(context),
    ...webhookRoutes(context),
    ...messageRoutes(context),
  };
}
