import type { MarksReport, WorkReport } from '#core/foreign-marks/marks-report.ts'
import type { WaitingMark } from '#core/foreign-marks/waiting-mark.ts'
import { nameOfWord } from '#core/mechanism/entities/name-of-word.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import type { LibraryWork } from '../library-work.ts'
import { once } from '../once.ts'
import type { ImportOutcome, OpenLibrary } from '../open-library.ts'
import type { OwnNamesOptions } from '../own-names.ts'
import type { MarkImporter } from './mark-importer.ts'
import type { MarksFile } from './read-marks-file.ts'
import type { WaitingFile } from './waiting-file.ts'
import type { WaitingMarks } from './waiting-marks.ts'

type Library = Pick<OpenLibrary, 'documents' | 'readArticle' | 'readNotes' | 'saveNotes' | 'writtenNames'>

interface LibraryMarksOptions extends OwnNamesOptions {
  /** Called after something was put on a document, so that whoever shows it reads its notes again. */
  readonly takenIn: (id: string) => void
  readonly work: () => Pick<LibraryWork, 'change'>
}

/** Marks of other programs in an open library. What they need is loaded when they are first asked for. */
export class LibraryMarks {
  readonly #library: Library
  readonly #options: LibraryMarksOptions
  readonly #waiting: () => Promise<WaitingMarks>
  readonly #importer: () => Promise<MarkImporter>
  #made: WaitingMarks | null = null

  constructor(library: Library, options: LibraryMarksOptions) {
    this.#library = library
    this.#options = options
    this.#waiting = once(async () => {
      const { WaitingMarks } = await import('./waiting-marks.ts')
      return (this.#made = new WaitingMarks(options))
    })
    this.#importer = once(() => this.#makeImporter())
  }

  /**
   * Brings in the marks of a file of another program: each on its article when that is in the library, and otherwise kept until it comes. Null
   * for a file that holds no marks. The same file again brings nothing but what has changed in it.
   */
  import(file: MarksFile): Promise<Result<MarksReport | null>> {
    return this.#options.work().change(async () => (await this.#importer()).import(file))
  }

  /** The marks whose articles are not in the library, those that wait no more included. */
  async waiting(): Promise<Result<readonly WaitingMark[]>> {
    return (await this.#waiting()).list()
  }

  /** Gives waiting marks to a document that the reader chose. Null when none of them waits. */
  attach(ids: readonly string[], document: string): Promise<Result<WorkReport | null>> {
    return this.#options.work().change(async () => (await this.#importer()).attach(ids, document))
  }

  /** Keeps waiting marks that the reader removed, or brought back. */
  saveWaiting(marks: readonly WaitingMark[]): Promise<Result<null>> {
    return this.#options.work().change(async () => (await this.#waiting()).save(marks))
  }

  /** Takes in what another copy of the library says; answers with how many marks are new or changed. */
  takeIn(theirs: WaitingFile): Promise<Result<number>> {
    return this.#options.work().change(async () => (await this.#waiting()).takeIn(theirs))
  }

  /** Places the marks that waited for an article that was imported. What fails leaves them waiting, and is told. */
  async placeWaiting(outcome: ImportOutcome): Promise<ImportOutcome> {
    const { status, entry, warnings } = outcome
    if (status !== 'imported') return outcome
    const placed = await (await this.#importer()).placeWaitingFor(entry.id)
    if (!placed.ok)
      return { ...outcome, warnings: [...warnings, `Marks that waited for it still wait. ${placed.error.message}`] }
    if (placed.value === null) return outcome
    const now = this.#library.documents().find(({ id }) => id === entry.id)
    return { ...outcome, entry: now ?? entry, marks: placed.value }
  }

  async close(): Promise<void> {
    await this.#made?.close()
  }

  async #makeImporter(): Promise<MarkImporter> {
    const library = this.#library
    const { now, takenIn } = this.#options
    const { MarkImporter } = await import('./mark-importer.ts')
    return new MarkImporter({
      documents: () => library.documents(),
      waiting: await this.#waiting(),
      now,
      read: async id => {
        const [content, notes] = [await library.readArticle(id), await library.readNotes(id)]
        if (!content.ok) return content
        return notes.ok ? succeed({ id, article: content.value.article, ...notes.value }) : notes
      },
      save: async (id, { annotations, pageNote }) => {
        const saved = await library.saveNotes(id, annotations, pageNote)
        if (saved.ok) takenIn(id)
        return saved
      },
      anchoring: async () => {
        const names = await library.writtenNames()
        return names.ok ? succeed({ nameOf: nameOfWord(names.value) }) : names
      },
    })
  }
}
