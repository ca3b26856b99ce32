import { takingTurns } from './taking-turns.ts'

/** Drawings of which it is known whether they may be shown: those of some articles at once. */
const MOST_KNOWN = 5_000

const known = new Map<string, boolean>()

/**
 * Whether bytes are a drawing that may be kept and shown. Lets others have their turn, and looks at the same bytes once.
 * @param hash SHA-256 of the bytes, which the caller has made of them
 */
export const isKeptDrawing = async (hash: string, bytes: Uint8Array): Promise<boolean> => {
  const before = known.get(hash)
  if (before !== undefined) return before
  // Loaded when it is needed: most libraries have no drawings, and commands that only read start faster without it.
  const { checkDrawingInTurns } = await import('../importing/drawings/check-drawing.ts')
  const isKept = (await checkDrawingInTurns(bytes, takingTurns())) === null
  for (const oldest of known.keys()) {
    if (known.size < MOST_KNOWN) break
    known.delete(oldest)
  }
  known.set(hash, isKept)
  return isKept
}
