/**
 * Where a run of text stands on a page: the upper left corner of its box as one reads it, in points from the page's upper left corner,
 * and the degrees clockwise by which the box is turned around that corner.
 */
export interface PagePlace {
  /** From 0. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly rotation: number
}
