import type { AnchoringOptions } from '#core/anchoring/anchor-all.ts'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { WorkMarks } from '#core/foreign-marks/foreign-mark.ts'
import { WorkMatcher } from '#core/foreign-marks/match-work.ts'
import type { WorkMatch } from '#core/foreign-marks/match-work.ts'
import { addCounts } from '#core/foreign-marks/marks-report.ts'
import type { MarkOutcome, MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import { waitingWorks } from '#core/foreign-marks/waiting-mark.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { sameSaid, markId, saidBy } from './mark-identity.ts'
import type { ArrivingMark } from './make-annotations.ts'
import { placeMarks } from './place-marks.ts'
import type { ArticleToMark, PlacedMarks } from './place-marks.ts'
import { readMarksFile } from './read-marks-file.ts'
import type { MarksFile } from './read-marks-file.ts'
import { reportWork } from './report-work.ts'
import type { WaitingMarks } from './waiting-marks.ts'

export interface MarkImporterOptions {
  readonly documents: () => readonly DocumentEntry[]
  readonly waiting: WaitingMarks
  /** One article with the reader's notes. */
  readonly read: (id: string) => Promise<Result<ArticleToMark>>
  readonly save: (id: string, placed: PlacedMarks) => Promise<Result<null>>
  /** By what names passages are told apart. */
  readonly anchoring: () => Promise<Result<AnchoringOptions>>
  readonly now: () => string
}

const newRecord = ({ id, work, mark }: ArrivingMark, now: string): WaitingMark => ({
  id,
  created: now,
  modified: now,
  version: 1,
  work,
  mark,
})

const changed = (record: WaitingMark, changes: Partial<WaitingMark>, now: string): WaitingMark => ({
  ...record,
  ...changes,
  version: record.version + 1,
  modified: now,
})

/** Brings in marks that were made in other programs, and places those that waited. One after the other, so that the same file given twice is one. */
export class MarkImporter {
  readonly #options: MarkImporterOptions
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: MarkImporterOptions) {
    this.#options = options
  }

  /** Null for a file that holds no marks of another program. */
  import(file: MarksFile): Promise<Result<MarksReport | null>> {
    return this.#inTurn(() => this.#import(file))
  }

  /** Places what waited for a document that has come. Null when nothing did. */
  placeWaitingFor(document: string): Promise<Result<WorkReport | null>> {
    return this.#inTurn(() => this.#placeWaitingFor(document))
  }

  /** Gives waiting marks to the document that the reader chose for them. */
  attach(ids: readonly string[], document: string): Promise<Result<WorkReport | null>> {
    return this.#inTurn(async () => {
      const records = await this.#options.waiting.list()
      if (!records.ok) return records
      const wanted = new Set(ids)
      const chosen = records.value.filter(({ id, deleted }) => wanted.has(id) && deleted === undefined)
      return this.#placeRecords(chosen, document, 'reader')
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const outcome = this.#last.then(work)
    this.#last = outcome.catch(() => null)
    return outcome
  }

  async #import(file: MarksFile): Promise<Result<MarksReport | null>> {
    const read = readMarksFile(file)
    if (!read.ok) return read
    if (read.value === null) return succeed(null)
    const records = await this.#options.waiting.list()
    if (!records.ok) return records
    const kept = new Map(records.value.map(record => [record.id, record]))
    const matcher = new WorkMatcher(this.#options.documents())
    const works: WorkReport[] = []
    const failures: string[] = []
    const toKeep: WaitingMark[] = []
    for (const one of read.value.works) {
      const report = await this.#importWork(one, matcher.match(one.work), kept, toKeep)
      if (report.ok) works.push(report.value)
      else failures.push(`The marks on “${one.work.title}” were not taken. ${report.error.message}`)
    }
    // All at once: a file may hold marks on a thousand works.
    const written = toKeep.length === 0 ? succeed(null) : await this.#options.waiting.save(toKeep)
    if (!written.ok) return written
    const first = failures[0]
    if (first !== undefined && works.length === 0) return fail('unexpected', first)
    const counts = addCounts(works.map(work => work.counts))
    return succeed({ program: read.value.program, works, counts, warnings: [...read.value.warnings, ...failures] })
  }

  async #importWork(
    { work, marks }: WorkMarks,
    match: WorkMatch,
    kept: ReadonlyMap<string, WaitingMark>,
    toKeep: WaitingMark[],
  ): Promise<Result<WorkReport>> {
    const arriving = marks.map((mark): ArrivingMark => ({ id: markId(mark, work), work, mark }))
    // Where the reader has put marks of this work before is where the rest of it belongs.
    const known = new Set(this.#options.documents().map(({ id }) => id))
    const put = arriving
      .map(({ id }) => kept.get(id)?.placed)
      .find(document => document !== undefined && known.has(document))
    const document = match.document ?? put ?? null
    const outcomes =
      document === null ? succeed(this.#keep(arriving, kept, toKeep)) : await this.#place(arriving, document, kept)
    if (!outcomes.ok) return outcomes
    const by = match.document === null ? (document === null ? null : 'reader') : match.by
    const candidates = match.document === null && document === null ? match.candidates : []
    return succeed(reportWork({ work, document, by, candidates }, arriving, outcomes.value))
  }

  /** Adds to `toKeep` what is new of marks that wait until their article comes. */
  #keep(
    arriving: readonly ArrivingMark[],
    kept: ReadonlyMap<string, WaitingMark>,
    toKeep: WaitingMark[],
  ): readonly MarkOutcome[] {
    const now = this.#options.now()
    return arriving.map((mark): MarkOutcome => {
      const known = kept.get(mark.id)
      if (known === undefined) {
        toKeep.push(newRecord(mark, now))
        return 'waiting'
      }
      if (known.deleted !== undefined) return 'removed'
      if (sameSaid(saidBy(known.mark), saidBy(mark.mark))) return 'waiting'
      toKeep.push(changed(known, { mark: mark.mark, work: mark.work }, now))
      return 'waiting'
    })
  }

  /** Puts marks on an article, and remembers of those that have no words, and of those that waited, that they are there. */
  async #place(
    arriving: readonly ArrivingMark[],
    document: string,
    kept: ReadonlyMap<string, WaitingMark>,
  ): Promise<Result<readonly MarkOutcome[]>> {
    const now = this.#options.now()
    const wanted = arriving.filter(({ id }) => !isRemoved(kept.get(id)))
    const article = await this.#options.read(document)
    if (!article.ok) return article
    const anchoring = await this.#options.anchoring()
    if (!anchoring.ok) return anchoring
    const placed = await placeMarks(article.value, wanted, id => kept.get(id) ?? null, anchoring.value, now)
    if (placed.annotations.length > 0 || placed.pageNote !== null) {
      const saved = await this.#options.save(document, placed)
      if (!saved.ok) return saved
    }
    const records = wanted.flatMap((mark): WaitingMark[] => {
      const known = kept.get(mark.id)
      const isSettled = known?.placed === document && sameSaid(saidBy(known.mark), saidBy(mark.mark))
      if (isSettled || (known === undefined && mark.mark.quote.trim() !== '')) return []
      return [changed(known ?? newRecord(mark, now), { mark: mark.mark, placed: document, deleted: now }, now)]
    })
    const remembered = records.length === 0 ? succeed(null) : await this.#options.waiting.save(records)
    if (!remembered.ok) return remembered
    const outcomes = new Map(wanted.map((mark, at) => [mark, placed.outcomes[at] ?? 'present']))
    return succeed(arriving.map(mark => outcomes.get(mark) ?? 'removed'))
  }

  async #placeWaitingFor(document: string): Promise<Result<WorkReport | null>> {
    const records = await this.#options.waiting.list()
    if (!records.ok) return records
    const works = waitingWorks(records.value)
    if (works.length === 0) return succeed(null)
    const matcher = new WorkMatcher(this.#options.documents())
    const mine = works.filter(({ work }) => matcher.match(work).document === document)
    return this.#placeRecords(
      mine.flatMap(({ marks }) => marks),
      document,
      null,
    )
  }

  async #placeRecords(
    records: readonly WaitingMark[],
    document: string,
    by: 'reader' | null,
  ): Promise<Result<WorkReport | null>> {
    const [first] = records
    if (first === undefined) return succeed(null)
    const outcomes = await this.#place(records, document, new Map(records.map(record => [record.id, record])))
    return outcomes.ok
      ? succeed(reportWork({ work: first.work, document, by, candidates: [] }, records, outcomes.value))
      : outcomes
  }
}

/** True of a waiting mark that the reader removed: it does not come again with the next import of its file. */
const isRemoved = (record: WaitingMark | undefined): boolean =>
  record?.deleted !== undefined && record.placed === undefined
