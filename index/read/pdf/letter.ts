import type { Font } from "./font.ts";

/** One sign on a page: mostly a letter, sometimes several (a ligature). White space is none. */
export interface Letter {
  text: string;
  readonly font: Font;
  /** Where it stands, in points from the page's upper left corner: its left end on the baseline. */
  readonly x: number;
  readonly y: number;
  /** Points along the baseline. */
  readonly width: number;
  /** The font's size in points. */
  readonly size: number;
  /** The direction of the baseline in degrees, 0 to the right, 90 downwards. */
  readonly angle: number;
  /** Whether white space was written before it. */
  readonly spaced: boolean;
}
