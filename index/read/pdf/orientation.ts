import type { Letter } from "./letter.ts";
import type { PageContent } from "./letters.ts";

/** Degrees by which letters may lean and still stand on a level line: scans are rarely straight. */
const TOLERANCE = 4;

/** A page in the direction in which most of it is read. */
export interface LevelPage {
  readonly width: number;
  readonly height: number;
  /** Letters on level lines, from left to right. */
  readonly letters: readonly Letter[];
  /** Letters in another direction: stamps across the page, labels at its side. In drawing order. */
  readonly turned: readonly Letter[];
}

/** Turns a page so that most letters stand upright; a table over the whole page is often set sideways. */
export function levelPage({ width, height, letters }: PageContent): LevelPage {
  const counts = [0, 0, 0, 0];
  for (const { angle } of letters) {
    const quarter = quarterOf(angle);
    if (quarter !== null) counts[quarter] = (counts[quarter] ?? 0) + 1;
  }
  const main = counts.indexOf(Math.max(...counts));
  const sideways = main % 2 === 1;
  return {
    width: sideways ? height : width,
    height: sideways ? width : height,
    letters: letters
      .filter(({ angle }) => quarterOf(angle) === main)
      .map((letter) => ({ ...letter, ...turn(letter, main, width, height) })),
    turned: letters.filter(({ angle }) => quarterOf(angle) !== main),
  };
}

/** Which quarter turn a direction is: 0 level, 1 downwards, 2 upside down, 3 upwards; `null` for a slanting one. */
function quarterOf(angle: number): number | null {
  const nearest = Math.round(angle / 90);
  return Math.abs(angle - nearest * 90) <= TOLERANCE ? nearest % 4 : null;
}

function turn({ x, y }: Letter, quarter: number, width: number, height: number): { x: number; y: number } {
  if (quarter === 1) return { x: y, y: width - x };
  if (quarter === 2) return { x: width - x, y: height - y };
  if (quarter === 3) return { x: height - y, y: x };
  return { x, y };
}
