/**
 * Files that belong to the one that is imported and lie outside of it: pictures in the folder beside a saved page, or at the addresses
 * that a fetched one names. An importer can read none of them itself; it says which it would like to have, once.
 */
export interface Companions {
  /**
   * Never rejects: what cannot be had is not among the answer.
   * @param references as the file names them
   * @returns the bytes of those that are there and may be had, and are pictures of a kind that is kept
   */
  read(references: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>
}

/** For a file that stands alone. */
export const noCompanions: Companions = { read: () => Promise.resolve(new Map()) }

/** What one import may ask for. */
export const MOST_COMPANIONS = 2_000
/** Characters of a reference. */
export const LONGEST_REFERENCE = 4_000
/** Bytes of one, and of all together. */
export const LARGEST_COMPANION = 32 * 1024 * 1024
export const LARGEST_COMPANIONS = 96 * 1024 * 1024
