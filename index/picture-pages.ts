import type { Page } from "./document.ts";

/** Pages of a document that are pictures without text: nothing in them can be searched. */
export interface PicturePages {
  /** Their labels, neighbours joined: "3-10, 12". */
  readonly labels: string;
  readonly count: number;
}

/** The pages among some that are pictures without text; `null` where there are none. */
export function findPicturePages(pages: readonly Page[]): PicturePages | null {
  const runs: Page[][] = [];
  for (const [position, page] of pages.entries()) {
    if (page.isPicture !== true) continue;
    if (pages[position - 1]?.isPicture === true) runs.at(-1)?.push(page);
    else runs.push([page]);
  }
  if (runs.length === 0) return null;
  const labels = runs.map((run) => {
    const [first, last] = [run[0]?.label ?? "", run.at(-1)?.label ?? ""];
    return run.length === 1 ? first : `${first}-${last}`;
  });
  return { labels: labels.join(", "), count: runs.flat().length };
}
