import type { SyncProgress } from "../../index/index.ts";

/** Where the bot finds what it needs. */
export interface BotOrder {
  readonly folder: string;
  readonly api: string;
  readonly token: string;
}

/** What a sync was at, and when. Times are milliseconds since 1970. */
export interface WatchedSync {
  readonly beganAt: number;
  readonly endedAt: number;
  /** Passages written. */
  readonly passages: number;
  readonly steps: readonly (Pick<SyncProgress, "done"> & { readonly at: number })[];
}

/** The bot's main process as it is. Bytes. */
export interface Condition {
  readonly memory: number;
  /** JavaScript objects in use, after everything unused was thrown away. */
  readonly heap: number;
}

/** What the bot's process does when it is told to. */
export interface BotFunctions {
  /** Starts the engine and the bot; resolves when the bot is ready. */
  start(order: BotOrder): Promise<void>;
  /** Makes the index match the corpus; calls `syncing` of the other side when the first document is written. */
  sync(): Promise<WatchedSync>;
  look(): Condition;
  /** Begins to watch the event loop. */
  watchLoop(): void;
  /** Ends it: the longest delay in milliseconds. */
  readLoop(): number;
  stop(): Promise<void>;
}

/** What it tells meanwhile. */
export interface BenchFunctions {
  syncing(): void;
}
