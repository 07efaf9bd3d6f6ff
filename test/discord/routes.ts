import { apiErrors } from "./api-error.ts";
import { commandRoutes } from "./command-routes.ts";
import { interactionRoutes } from "./interaction-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import type { Routes } from "./rest-server.ts";
import type { RouteContext } from "./route-context.ts";
import { webhookRoutes } from "./webhook-routes.ts";

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
