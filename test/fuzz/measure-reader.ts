import { readdirSync, readFileSync } from "node:fs";

/**
 * The most memory, in bytes, that any reader's process of this one has had so far; `null` where the system does not tell
 * (it does on Linux).
 */
export function measureReader(): number | null {
  try {
    const peaks = readdirSync("/proc/self/task")
      .flatMap((thread) =>
        readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
      )
      .filter((child) => readFileSync(`/proc/${child}/cmdline`, "utf8").includes("reader-child"))
      .map((child) => /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child}/status`, "utf8"))?.[1]);
    return Math.max(0, ...peaks.map((peak) => Number(peak ?? 0) * 1024));
  } catch {
    return null;
  }
}
