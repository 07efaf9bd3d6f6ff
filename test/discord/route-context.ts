import type { Attachments } from "./attachments.ts";
import type { Bell } from "./bell.ts";
import type { Json, Problem } from "./check/problem.ts";
import type { Exchanges } from "./exchanges.ts";
import type { Messages } from "./messages.ts";
import type { World } from "./world.ts";

/** Registered commands by place: a server's id, or `""` for everywhere. */
export type Commands = Map<string, Json[]>;

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
