/** A passage, folded for comparing, and as it stands in its text, where blocks are parted by line feeds. */
export interface Statement {
  readonly text: string
  readonly original: string
}
