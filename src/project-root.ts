import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Manifest = z.object({ name: z.string().optional(), version: z.string().optional() });

/**
 * The folder of Accord's own package.json: the nearest one named "accord" at or above `from` (a file URL, default this
 * module's). The same from `src/` and from `dist/src/`. Throws an `Error` when there is none.
 */
export function findProjectRoot(from: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && readManifest(manifest).name === "accord") return folder;
    if (dirname(folder) === folder) throw new Error(`No package.json of accord above ${from}`);
  }
}

/** The version in the package.json of that folder. */
export function readVersion(projectRoot: string): string {
  return readManifest(join(projectRoot, "package.json")).version ?? "unknown";
}

function readManifest(file: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(file, "utf8")));
}
