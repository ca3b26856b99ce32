import * as v from 'valibot'
import { verdictSchema } from '../anchoring/verdict.ts'

/**
 * What became of the reader's marks and cards when a newer copy took an article's place. It stays with the document until
 * the reader has done with it, and until then the update can be taken back.
 */
export const updateReportSchema = v.object({
  /** Number of the version that is read now; the one that it took the place of has the number before. */
  version: v.pipe(v.number(), v.integer(), v.minValue(2)),
  /** When it was brought in: ISO 8601, UTC. */
  updated: v.string(),
  /** Name of the file that was brought in, without folders. */
  fileName: v.string(),
  /** Every annotation that was not deleted, in the order of the old text, with the words that it stood on. */
  annotations: v.array(
    v.object({
      id: v.string(),
      quote: v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
      verdict: verdictSchema,
    }),
  ),
  /** Every card that the reader had accepted, edited or added. */
  cards: v.array(v.object({ id: v.string(), title: v.string(), quote: v.string(), verdict: verdictSchema })),
})
export type UpdateReport = v.InferOutput<typeof updateReportSchema>
