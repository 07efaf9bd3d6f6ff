import { openEngine } from "../index/index.ts";
import { serveEngine } from "./serve-engine.ts";

// The script of the engine's own process: startEngine forks it.
serveEngine(openEngine, process);
