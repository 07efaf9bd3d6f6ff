/** One line of the results. A cell that is left out is empty. */
export interface Row {
  readonly what: string;
  readonly passages: number;
  readonly accord: string;
  readonly orama?: string;
  readonly langchain?: string;
  /** How many times as much the peers need. */
  readonly oramaRatio?: string;
  readonly langchainRatio?: string;
  /** What it should be, and whether it is. */
  readonly goal?: string;
}

const HEAD = [
  "measure",
  "passages",
  "Accord",
  "Orama",
  "LangChain HNSWLib",
  "Orama / Accord",
  "LangChain / Accord",
  "goal",
];

/** A Markdown table of the rows. */
export function formatTable(rows: readonly Row[]): string {
  const lines = rows.map(({ what, passages, accord, orama, langchain, oramaRatio, langchainRatio, goal }) => [
    what,
    formatCount(passages),
    accord,
    orama ?? "",
    langchain ?? "",
    oramaRatio ?? "",
    langchainRatio ?? "",
    goal ?? "",
  ]);
  const alignment = HEAD.map((_, column) => (column === 0 || column === HEAD.length - 1 ? "---" : "---:"));
  return [HEAD, alignment, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** "0.42 ms", "12.3 ms", "1.24 s": three digits. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 10_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  if (milliseconds >= 1_000) return `${(milliseconds / 1_000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds >= 100 ? 0 : milliseconds >= 10 ? 1 : 2)} ms`;
}

/** "12,345". */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString("en");
}

/** "1,234 MB", of bytes; a megabyte is a million. */
export function formatBytes(bytes: number): string {
  return `${formatCount(bytes / 1e6)} MB`;
}

/** "99.4%". */
export function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** A peer's figure over ours: "123", "12.3", "0.012". */
export function formatRatio(peer: number, accord: number): string {
  const ratio = peer / accord;
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(ratio >= 1 ? 3 : 2);
}

/** "at most a fifth of Orama's: pass". */
export function formatGoal(goal: string, isMet: boolean): string {
  return `${goal}: ${isMet ? "pass" : "FAIL"}`;
}
