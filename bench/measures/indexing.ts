import { formatBytes, formatCount, formatDuration, type Row } from "../table.ts";
import type { AskBench } from "./measure.ts";

/** How fast a corpus is indexed, as it was when the cache was filled by the same code. */
export const measureIndexing: AskBench = async ({ sizes }) =>
  sizes.flatMap(({ passages, documents, storing, indexing, peakMemory }): Row[] => [
    {
      what: "indexing: passages a second, whole",
      passages,
      accord: formatCount(passages / ((storing + indexing) / 1_000)),
    },
    {
      what: `of it: read, split, embed, store ${formatCount(documents)} documents`,
      passages,
      accord: formatDuration(storing),
    },
    { what: "of it: lexical index and graph", passages, accord: formatDuration(indexing) },
    { what: "memory while indexing, at most", passages, accord: formatBytes(peakMemory) },
  ]);
