/** A stem that is used like another, with the cosine of the two, 0 to 1. */
export interface Neighbour {
  readonly stem: string;
  readonly closeness: number;
}

/** Which English words are used alike. */
export interface Neighbours {
  /** Closest first; empty for a stem that is not listed. */
  find(stem: string): readonly Neighbour[];
}

/** No word is like another. */
export const NO_NEIGHBOURS: Neighbours = { find: () => [] };

/** Reads a list of neighbours, one stem a line, "lectur taught:79 professor:78", the cosines in hundredths. */
export function parseNeighbours(source: string): Neighbours {
  const lines = new Map<string, string>();
  for (const line of source.split("\n")) {
    const end = line.indexOf(" ");
    if (end > 0) lines.set(line.slice(0, end), line.slice(end + 1));
  }
  return {
    find: (stem) =>
      (lines.get(stem)?.split(" ") ?? []).map((entry) => {
        const [other = "", hundredths = "0"] = entry.split(":");
        return { stem: other, closeness: Number(hundredths) / 100 };
      }),
  };
}
