import type { Engine } from "../index/index.ts";

/** How far the download of a model's file has come, in bytes. */
export interface ModelProgress {
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

/** What `openEngine` of `index/` is given. */
export interface OpenEngineOptions {
  readonly corpusFolder: string;
  readonly dataFolder: string;
  readonly modelsFolder: string;
  readonly model?: string;
  readonly endpoint?: string;
  /** Forget what is indexed before opening. */
  readonly rebuild?: boolean;
  readonly onModelProgress?: (progress: ModelProgress) => void;
  readonly log?: (message: string) => void;
}

/** Opens the engine, in this process or in a child. It does not sync. */
export type OpenEngine = (options: OpenEngineOptions) => Promise<Engine>;
