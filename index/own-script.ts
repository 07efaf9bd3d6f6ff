import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * The path of a script of our own that stands beside a module, with the ending that the module has: `.ts` under tsx,
 * `.js` when built.
 *
 * @param module the module's `import.meta.url`
 */
export function scriptBeside(module: string, name: string): string {
  return fileURLToPath(new URL(`./${name}${extname(fileURLToPath(module))}`, module));
}

/** Options of node for a process that runs `script`: this process's own, without a debugger's port, with tsx if need be. */
export function nodeOptions(script: string): string[] {
  const own = process.execArgv.filter((option) => !option.startsWith("--inspect"));
  const needsLoader = script.endsWith(".ts") && !own.some((option) => option.includes("tsx"));
  return needsLoader
    ? [...own, "--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href]
    : own;
}
