import type { Matrix } from "./matrix.ts";

/** Counts how much of a page its pictures cover. */
export interface PictureCount {
  /** A transformation to this matrix: what a picture would be drawn after. */
  transform(matrix: Matrix): void;
  /** Something else is drawn: the transformation was for it. */
  draw(): void;
  /** The end of what a transformation was for. */
  restore(): void;
  /** The share of the page's area, at the end of the page; more than 1 where pictures lie on each other. */
  share(): number;
}

/**
 * Pictures themselves are left out (open-pdf.ts). What remains of one is the square on which it would be drawn: a
 * transformation after which nothing is.
 *
 * @param area the page's, in the units to which matrices lead
 */
export function countPictures(area: number): PictureCount {
  let share = 0;
  let square = 0;
  const end = (): void => {
    share += square / area;
    square = 0;
  };
  return {
    transform([a, b, c, d]) {
      square = Math.abs(a * d - b * c);
    },
    draw() {
      square = 0;
    },
    restore: end,
    share() {
      end();
      return share;
    },
  };
}
