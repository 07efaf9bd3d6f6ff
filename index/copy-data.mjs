import { cpSync } from "node:fs";

// The second half of `npm run build`: what the engine reads at run time and TypeScript does not know goes beside its code.
for (const path of ["index/rank/weights.json", "index/vocabulary"])
  cpSync(path, `dist/${path}`, { recursive: true, filter: (file) => !file.endsWith(".ts") });
