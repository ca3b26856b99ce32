import { waitingWorks } from '#core/foreign-marks/waiting-mark.ts'
import type { WaitingTitle } from '#core/bridge/calls.ts'
import { describePlace, programNames } from '#core/foreign-marks/describe-place.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import type { BridgeHandlers } from '../bridge/serve-bridge.ts'
import type { LibraryHolder } from '../open-library-holder.ts'

type MarksCalls = Pick<BridgeHandlers, 'marks.waiting' | 'marks.attach' | 'marks.remove' | 'marks.restore'>

/** Marks of one title that are shown: a title with more is one that nobody reads through here. */
const MOST_SHOWN = 200
const LONGEST = 600

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`)

const shown = async (library: OpenLibrary): Promise<Result<readonly WaitingTitle[]>> => {
  const records = await library.marks.waiting()
  if (!records.ok) return records
  return succeed(
    waitingWorks(records.value).map(({ key, work, marks }) => ({
      key,
      title: work.title,
      authors: work.authors,
      from: [...new Set(marks.map(({ mark }) => programNames[mark.program]))].join(', '),
      count: marks.length,
      marks: marks.slice(0, MOST_SHOWN).map(({ id, mark }) => ({
        id,
        quote: cut(mark.quote),
        note: cut(mark.note),
        place: describePlace(mark),
      })),
    })),
  )
}

/** Answers what concerns the marks of other programs that wait for their articles. */
export const marksHandlers = (holder: LibraryHolder): MarksCalls => {
  const change = async (key: string, removed: boolean): Promise<Result<readonly WaitingTitle[]>> => {
    const library = await holder.current()
    if (!library.ok) return library
    const { marks } = library.value
    const records = await marks.waiting()
    if (!records.ok) return records
    const now = new Date().toISOString()
    const restorable = records.value
      .filter(({ deleted, placed }) => deleted !== undefined && placed === undefined)
      .map(({ deleted: _deleted, ...record }) => record)
    const among = waitingWorks(removed ? records.value : restorable).find(work => work.key === key)
    if (among === undefined) return fail('nothing-to-do', 'These marks do not wait any more.')
    const saved = await marks.saveWaiting(
      among.marks.map(record => ({
        ...record,
        version: record.version + 1,
        modified: now,
        ...(removed && { deleted: now }),
      })),
    )
    return saved.ok ? shown(library.value) : saved
  }
  return {
    'marks.waiting': async () => {
      const library = await holder.current()
      return library.ok ? shown(library.value) : library
    },
    'marks.attach': async ({ key, document }) => {
      const library = await holder.current()
      if (!library.ok) return library
      const records = await library.value.marks.waiting()
      if (!records.ok) return records
      const ids =
        waitingWorks(records.value)
          .find(work => work.key === key)
          ?.marks.map(({ id }) => id) ?? []
      const placed = await library.value.marks.attach(ids, document)
      if (!placed.ok) return placed
      return placed.value === null ? fail('nothing-to-do', 'These marks do not wait any more.') : succeed(placed.value)
    },
    'marks.remove': ({ key }) => change(key, true),
    'marks.restore': ({ key }) => change(key, false),
  }
}
