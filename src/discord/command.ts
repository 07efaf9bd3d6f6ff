import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Engine, SyncProgress } from "../../index/index.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import type { WebSettings } from "../web/settings.ts";
import type { JobQueue } from "./corpus/job-queue.ts";
import type { QuestionStore } from "./question-store.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { Situation } from "./situation.ts";
import type { TitleList } from "./title-list.ts";

/** Who sees a reply. Discord wants to know it with the first acknowledgement, before there is a reply. */
export type Visibility = "public" | "private";

/** What commands work with. */
export interface Services {
  readonly engine: Engine;
  readonly questions: QuestionStore;
  readonly serverSettings: SettingsStore;
  /** Titles of the documents, in memory, for autocomplete. */
  readonly titles: TitleList;
  /** Reads the titles anew; after a document was added or removed. */
  readonly refreshTitles: () => Promise<void>;
  readonly metrics: Pick<Metrics, "asked">;
  /** How pages of the web are fetched. */
  readonly web: WebSettings;
  /** Additions to the servers' documents, one by one for each. */
  readonly additions: JobQueue;
  /** Custom ids of the Share buttons whose answers are on their way: pressed twice they share once. */
  readonly sharing: Set<string>;
  /** Aborts when the bot is told to stop: what takes long is given up. */
  readonly stopping: AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
  /** How far reading the documents has come; `null` while nothing is read. */
  readonly reading: () => SyncProgress | null;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly startedAt: number;
  /** Milliseconds between a heartbeat and Discord's answer to it; below 0 while unknown. */
  readonly gatewayLatency: () => number;
}

/** What a command says. */
export interface Reply {
  readonly payload: ReplyPayload;
  /** The stored question that it answers: a reply to this message is then a follow-up. */
  readonly questionId?: string;
  /** It is nobody else's business, whatever was promised: a mistake, or that nothing was done. Default false. */
  readonly isPersonal?: boolean;
}

/** One choice of an autocomplete. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

interface CommandOf<Interaction> {
  /** Its definition, as Discord stores it. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** Whether it works in every channel, also where the server does not let the bot answer. Default false. */
  readonly everywhere?: boolean;
  /** Decided at once, from what is in memory. */
  visibility(interaction: Interaction, situation: Situation): Visibility;
  /** Makes the reply. A `UserError` is shown to the person; anything else is a bug. */
  execute(interaction: Interaction, services: Services, situation: Situation): Promise<Reply>;
}

/** A command that is typed: "/ask". */
export interface SlashCommand extends CommandOf<ChatInputCommandInteraction> {
  readonly kind: "slash";
  /** Choices for what is typed so far, from memory. */
  autocomplete?(
    interaction: AutocompleteInteraction,
    services: Services,
    situation: Situation,
  ): readonly Choice[];
}

/** A command in the menu of a message. */
export interface MessageCommand extends CommandOf<MessageContextMenuCommandInteraction> {
  readonly kind: "message";
}

/** One of the bot's commands. */
export type Command = SlashCommand | MessageCommand;
