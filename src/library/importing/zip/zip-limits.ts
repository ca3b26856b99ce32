const MEBIBYTE = 1024 * 1024

/** Files that one archive may hold; a long illustrated book has some thousands. */
export const MOST_ENTRIES = 50_000

/** Bytes that one file of an archive may unpack to, and all that are read of it. */
export const LARGEST_ENTRY = 48 * MEBIBYTE
export const LARGEST_UNPACKED = 192 * MEBIBYTE

/** Up to this size a file may be packed as well as it can be: pages of white space are small in any case. */
const SMALL_ENTRY = 4 * MEBIBYTE

/** Deflate packs prose to a third and very regular markup to a fiftieth; a thousandth is its best, and what bombs are made of. */
const MOST_TIMES = 200

/** Whether a file would unpack to far more than anything that people write does. */
export const isBomb = (packed: number, unpacked: number): boolean =>
  unpacked > SMALL_ENTRY && unpacked > packed * MOST_TIMES
