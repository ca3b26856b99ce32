/** How the colours of a page are drawn: as on paper, or dark, its white turned into `paper` and its pictures left as they are. */
export type DrawnColours = { readonly kind: 'paper' } | { readonly kind: 'dark'; readonly paper: string }

/** A page that is to be drawn. `scale` is pixels of the picture a point. */
export interface DrawRequest {
  readonly request: number
  /** From 0. */
  readonly page: number
  readonly scale: number
  readonly colours: DrawnColours
}

/** What the window tells the program that draws. */
export type ToDrawing =
  | { readonly kind: 'open'; readonly length: number }
  | { readonly kind: 'piece'; readonly from: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | ({ readonly kind: 'draw' } & DrawRequest)
  | { readonly kind: 'cancel'; readonly request: number }

/** What it answers. */
export type FromDrawing =
  | { readonly kind: 'opened'; readonly pages: number; readonly labels: readonly string[] | null }
  | { readonly kind: 'not-opened'; readonly message: string }
  /** A piece of the file is needed: from an offset up to and without another. */
  | { readonly kind: 'want'; readonly from: number; readonly to: number }
  /** A page is being drawn from now on; `drawn` or `not-drawn` follows. */
  | { readonly kind: 'begun'; readonly request: number; readonly page: number }
  /** `lacks`: pictures on the page that could not be decoded, and are not in the drawing. */
  | { readonly kind: 'drawn'; readonly request: number; readonly picture: ImageBitmap; readonly lacks: number }
  | { readonly kind: 'not-drawn'; readonly request: number }
