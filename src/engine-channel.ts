import type { DownloadProgress, EngineOptions } from "../index/index.ts";
import { type Engine, type EngineLog, type ErrorCode, type SyncProgress, UserError } from "../index/index.ts";

/**
 * What the main process and the engine's child say to each other. Everything here must survive a structured clone,
 * so callbacks become messages and errors become `WireError`s.
 */

/** Options of `openEngine` that can be sent. */
export type SentOptions = Omit<EngineOptions, "onModelProgress" | "log">;

/** Engine methods that are plain questions with an answer. */
export type EngineMethod = Exclude<keyof Engine, "sync" | "close">;

/** An error on its way: a user error keeps its code and values, a bug its message. Stacks stay in the child's log. */
export type WireError =
  | { readonly kind: "user"; readonly code: ErrorCode; readonly values: UserError["values"] }
  | { readonly kind: "bug"; readonly message: string };

/** A result or an error on its way. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: WireError };

/** What the child does when asked. */
export interface ChildFunctions {
  open(options: SentOptions): Promise<Outcome>;
  /** Reports to `progress` of the parent under the number `sync`. */
  sync(sync: number): Promise<Outcome>;
  call(method: EngineMethod, parameters: readonly unknown[]): Promise<Outcome>;
  /** Answers at once while the child's event loop turns. */
  ping(): void;
}

/** What the child tells the parent meanwhile. */
export interface ParentFunctions {
  progress(sync: number, progress: SyncProgress): void;
  modelProgress(progress: DownloadProgress): void;
  log(...line: Parameters<EngineLog>): void;
}

/** An error as it can be sent. */
export function packError(error: unknown): WireError {
  if (error instanceof UserError) return { kind: "user", code: error.code, values: error.values };
  return { kind: "bug", message: error instanceof Error ? error.message : String(error) };
}

/** The value of an outcome. Throws the `UserError` or the `Error` that it carries. */
export function unpackOutcome(outcome: Outcome): unknown {
  if (outcome.ok) return outcome.value;
  const { error } = outcome;
  throw error.kind === "user" ? new UserError(error.code, error.values) : new Error(error.message);
}
