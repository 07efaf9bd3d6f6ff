import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of Accord's own package.json: the nearest one named "accord" at or above `from` (a file URL, default this
 * module's). The same from `src/` and from `dist/src/`. Throws an `Error` when there is none.
 */
export function findProjectRoot(from: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && packageName(manifest) === "accord") return folder;
    if (dirname(folder) === folder) throw new Error(`No package.json of accord above ${from}`);
  }
}

function packageName(manifest: string): unknown {
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  return typeof content === "object" && content !== null && "name" in content ? content.name : undefined;
}
