/** What pdf.js says of a piece of text, without what is of no use here. */
export interface GivenText {
  readonly str: string
  readonly dir: string
  readonly width: number
  readonly height: number
  readonly transform: readonly number[]
  readonly fontName: string
  readonly hasEOL: boolean
  /** True when it is written downwards whatever its font says; x and y are then the middle of its upper edge. */
  readonly vertical?: boolean
  /** True for what was filled into a form, in one line. */
  readonly inField?: boolean
}
