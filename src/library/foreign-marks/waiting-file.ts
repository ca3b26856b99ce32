import * as v from 'valibot'
import { mergeRecords } from '#core/annotation/merge-records.ts'
import { uniteRecords } from '#core/annotation/unite-records.ts'
import { waitingMarkFields, waitingMarkSchema } from '#core/foreign-marks/waiting-mark.ts'
import { FORMAT, migrations } from '../library-files.ts'
import type { FileFormat } from '../store/file-format.ts'
import { recordJournal } from '../store/record-journal.ts'
import { recordList } from '../store/record-list.ts'

/** `waiting-marks.json`: marks of other programs whose articles are not in the library. Absent until the first of them. */
const waitingFileSchema = v.object({
  format: v.literal(FORMAT),
  marks: recordList(waitingMarkSchema),
})
export type WaitingFile = v.InferOutput<typeof waitingFileSchema>

/** Both sides' marks, record by record. Gives back `ours` itself when `theirs` adds nothing. */
export const mergeWaiting = (ours: WaitingFile, theirs: Pick<WaitingFile, 'marks'>): WaitingFile => {
  const marks = mergeRecords(
    ours.marks,
    theirs.marks,
    (one, other) => uniteRecords(waitingMarkFields, one, other).record,
  )
  return marks === ours.marks ? ours : { ...ours, marks }
}

export const waitingFormat: FileFormat<WaitingFile> = {
  version: FORMAT,
  schema: waitingFileSchema,
  migrations,
  journal: recordJournal<WaitingFile>({
    lists: ['marks'],
    line: v.strictObject({ marks: v.exactOptional(recordList(waitingMarkSchema)) }),
    merge: (file, { marks = [] }) => mergeWaiting(file, { marks }),
    keepsPrevious: true,
  }),
}

export const NOTHING_WAITS: WaitingFile = { format: FORMAT, marks: [] }
