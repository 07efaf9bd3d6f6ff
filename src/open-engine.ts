import type { Engine, EngineOptions } from "../index/index.ts";

/** Opens the engine, in this process or in a child. It does not sync. */
export type OpenEngine = (options: EngineOptions) => Promise<Engine>;
