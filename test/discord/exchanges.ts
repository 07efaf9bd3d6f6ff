import { InteractionType, InteractionResponseType as Response } from "discord-api-types/v10";
import { DISCORD_LIMITS } from "../../src/discord/limits.ts";
import { apiErrors } from "./api-error.ts";
import type { Bell } from "./bell.ts";
import type { Json } from "./check/problem.ts";
import type { LoopbackMessage } from "./messages.ts";
import type { Violation } from "./violations.ts";
import type { Person, Place } from "./world.ts";

/** One interaction, from the person's deed to the bot's last word. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** What the person did, in words: `/ask`, `button v1.more.4`. */
  readonly deed: string;
  readonly user: Person;
  readonly place: Place;
  readonly locale: string;
  /** Milliseconds of the loopback's clock. */
  readonly sentAt: number;
  /** The message that the button, the select menu or the modal belongs to. */
  readonly message: LoopbackMessage | null;
  /** How the bot acknowledged (InteractionResponseType), null as long as it has not. */
  acknowledgement: Response | null;
  /** Milliseconds from the deed to the acknowledgement. */
  acknowledgedAfter: number | null;
  /** The answer: a new message, or the message that was updated. */
  original: LoopbackMessage | null;
  followups: LoopbackMessage[];
  modal: Json | null;
  choices: readonly Json[] | null;
  /** "Thinking...": deferred, and nothing to see yet. */
  waiting: boolean;
  /** The bot's first answer was carried out, but it was told otherwise; trying again is no fault of its own. */
  misled: boolean;
  /** Waits for the acknowledgement. */
  acknowledged(): Promise<this>;
  /** Waits until the person sees something: a message, choices, a modal. */
  answered(): Promise<this>;
}

/** What is told when an interaction begins. */
export type Beginning = Pick<Exchange, "id" | "type" | "deed" | "user" | "place" | "locale" | "message">;

/** All interactions, and the rules of their first response. */
export interface Exchanges {
  readonly all: Exchange[];
  begin(beginning: Beginning): Exchange;
  /**
   * The interaction that a first response may be given to now.
   *
   * @throws ApiError 10062 if there is none or it is too late, 40060 if there was a response.
   */
  forCallback(id: string, token: string): Exchange;
  /** @throws ApiError 10015 before the first response, 50027 when the token has run out. */
  forWebhook(token: string): Exchange;
  /** Notes the first response. */
  acknowledge(exchange: Exchange, type: Response): void;
  /** Interactions that nobody responded to in time. */
  forgotten(): Violation[];
}

/** No interactions yet. `report` is told of broken rules. */
export function makeExchanges(
  now: () => number,
  bell: Bell,
  report: (violation: Violation) => void,
): Exchanges {
  const { acknowledgement: patience, token: lifetime } = DISCORD_LIMITS.interaction;
  const all: Exchange[] = [];
  const byToken = new Map<string, Exchange>();
  const late = new Set<Exchange>();

  function breaks(rule: string, exchange: Exchange, message: string): void {
    report({ rule, where: exchange.deed, message });
  }

  return {
    all,
    begin(beginning) {
      const exchange: Exchange = {
        ...beginning,
        token: `token-${beginning.id}`,
        sentAt: now(),
        acknowledgement: null,
        acknowledgedAfter: null,
        original: null,
        followups: [],
        modal: null,
        choices: null,
        waiting: false,
        misled: false,
        async acknowledged() {
          await bell.until(() => exchange.acknowledgement !== null, `an acknowledgement of ${exchange.deed}`);
          return exchange;
        },
        async answered() {
          await bell.until(() => isAnswered(exchange), `an answer to ${exchange.deed}`);
          return exchange;
        },
      };
      all.push(exchange);
      byToken.set(exchange.token, exchange);
      return exchange;
    },
    forCallback(id, token) {
      const exchange = byToken.get(token);
      if (exchange === undefined || exchange.id !== id) throw apiErrors.unknownInteraction();
      if (exchange.acknowledgement !== null) {
        if (!exchange.misled) breaks("acknowledged-twice", exchange, "a second first response was sent");
        throw apiErrors.alreadyAcknowledged();
      }
      const passed = now() - exchange.sentAt;
      if (passed > patience) {
        late.add(exchange);
        breaks("late", exchange, `the first response came after ${Math.round(passed)} ms`);
        throw apiErrors.unknownInteraction();
      }
      return exchange;
    },
    forWebhook(token) {
      const exchange = byToken.get(token);
      if (exchange === undefined || exchange.acknowledgement === null) {
        if (exchange) breaks("not-acknowledged", exchange, "a message was sent before the first response");
        throw apiErrors.unknownWebhook();
      }
      if (now() - exchange.sentAt > lifetime) {
        breaks("token-expired", exchange, "its token was used after 15 minutes");
        throw apiErrors.invalidToken();
      }
      return exchange;
    },
    acknowledge(exchange, type) {
      exchange.acknowledgement = type;
      exchange.acknowledgedAfter = now() - exchange.sentAt;
      exchange.waiting =
        type === Response.DeferredChannelMessageWithSource || type === Response.DeferredMessageUpdate;
      bell.ring();
    },
    forgotten: () =>
      all
        .filter((exchange) => exchange.acknowledgement === null && !late.has(exchange))
        .filter(({ sentAt }) => now() - sentAt > patience)
        .map(({ deed }) => ({
          rule: "unanswered",
          where: deed,
          message: "nothing was sent within 3 seconds",
        })),
  };
}

function isAnswered({ acknowledgement, waiting, followups }: Exchange): boolean {
  return acknowledgement !== null && (!waiting || followups.length > 0);
}

/** Which first responses an interaction takes; interactions/receiving-and-responding, "Interaction Callback Type". */
export function allowsResponse({ type, message }: Exchange, response: Response): boolean {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return response === Response.ApplicationCommandAutocompleteResult;
  if (
    response === Response.ChannelMessageWithSource ||
    response === Response.DeferredChannelMessageWithSource
  )
    return true;
  if (response === Response.UpdateMessage || response === Response.DeferredMessageUpdate)
    return message !== null;
  return response === Response.Modal && type !== InteractionType.ModalSubmit;
}
