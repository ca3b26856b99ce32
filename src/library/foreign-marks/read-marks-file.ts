import type { ReadMarks } from '#core/foreign-marks/foreign-mark.ts'
import { looksLikeMarks } from '#core/foreign-marks/looks-like-marks.ts'
import { readMarks } from '#core/foreign-marks/read-marks.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { GivenFile } from '../import-source.ts'
import { decodePlainText } from '../importing/plain-text/decode-plain-text.ts'

/** A file that may hold marks, read from the disk. */
export type MarksFile = Pick<GivenFile, 'bytes' | 'fileName'>

/** Bytes in which a file has to look like one of marks; the rest is not read otherwise. */
const HEAD = 256 * 1024

/**
 * The marks in a file of another program, recognised by what is in it; null when it holds none. Parsed here and not in a process of its own:
 * decision 28 says why.
 */
export const readMarksFile = ({ bytes, fileName }: MarksFile): Result<ReadMarks | null> => {
  const head = decodePlainText(bytes.subarray(0, HEAD))
  if (!looksLikeMarks(head.text)) return succeed(null)
  const decoded = bytes.length <= HEAD ? head : decodePlainText(bytes)
  const read = readMarks(decoded.text)
  if (read === 'cut-off')
    return fail(
      'not-recognised',
      `${fileName} looks like a file of annotations, but it is not whole. Export or copy it again. Nothing was taken from it.`,
    )
  return succeed(read === null ? null : { ...read, warnings: [...decoded.warnings, ...read.warnings] })
}
