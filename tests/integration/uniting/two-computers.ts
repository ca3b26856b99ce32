import { cp, copyFile, mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation.ts'
import { makeAnnotation } from '#core/annotation/make-annotation.ts'
import type { Result } from '#core/result/result.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { onlyDocument, setUpLibrary } from '../library/library-folder.ts'
import type { LibrarySetUp } from '../library/library-folder.ts'

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** One of the computers that have a copy of the same library. */
export class Computer {
  readonly folder: string
  readonly id: string
  readonly #setUp: LibrarySetUp
  readonly #now: () => string

  constructor(setUp: LibrarySetUp, folder: string, id: string, now: () => string) {
    this.#setUp = setUp
    this.folder = folder
    this.id = id
    this.#now = now
  }

  open(): Promise<OpenLibrary> {
    return this.#setUp.opened({ folder: this.folder, now: this.#now })
  }

  /** The program's own data. */
  get resources(): string {
    return join(this.#setUp.folder, '..', 'resources')
  }

  openForReading(): Promise<OpenLibrary> {
    return this.#setUp.opened({ folder: this.folder, now: this.#now, write: false, create: false })
  }

  /** Opens the library, does something with it and closes it. */
  async use<T>(work: (library: OpenLibrary) => Promise<T>): Promise<T> {
    const library = await this.open()
    try {
      return await work(library)
    } finally {
      await library.close()
    }
  }

  /** Changes the annotations as the window would, from what is there. */
  edit(change: (annotation: Annotation, now: string) => Annotation): Promise<null> {
    return this.use(async library => {
      const { annotations } = valueOf(await library.readNotes(this.id))
      const changed = annotations.map(annotation => change(annotation, this.#now()))
      return valueOf(await library.saveNotes(this.id, changed, null))
    })
  }

  mark(words: string): Promise<Annotation> {
    return this.use(async library => {
      const { article } = valueOf(await library.readArticle(this.id))
      const start = article.text.indexOf(words)
      const span = { start, end: start + words.length }
      const annotation = makeAnnotation(article, span, {
        id: crypto.randomUUID(),
        now: this.#now(),
        style: 'highlight',
        color: 'yellow',
      })
      valueOf(await library.saveNotes(this.id, [annotation], null))
      return annotation
    })
  }

  /** The annotations as they are read, which takes in whatever has come. */
  annotations(): Promise<readonly Annotation[]> {
    return this.use(async library => valueOf(await library.readNotes(this.id)).annotations)
  }

  path(name: string): string {
    return join(this.folder, name === 'lexicon.json' || name === 'library.json' ? name : `documents/${this.id}/${name}`)
  }

  bytes(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8')
  }

  async names(): Promise<string[]> {
    return (await readdir(join(this.folder, 'documents', this.id))).toSorted()
  }

  /** A sync program brings a file of the other computer, in place of the one here or beside it. */
  async receive(other: Computer, name: string, as = name): Promise<void> {
    await copyFile(other.path(name), join(this.path(name), '..', as))
  }
}

/** Computers with the same library, whose clocks are decades apart: one in each of these years. */
export const computersOf = async (root: string, years: readonly number[]): Promise<readonly Computer[]> => {
  let ticks = 0
  const clock = (year: number) => () => new Date(Date.UTC(year, 0, 1, 0, 0, ticks++)).toISOString()
  await mkdir(join(root, 'one'))
  const setUp = await setUpLibrary(join(root, 'one'))
  const library = await setUp.opened({ now: clock(2026) })
  const id = onlyDocument(library)
  await library.close()
  return Promise.all(
    years.map(async (year, place) => {
      const folder = join(root, `computer-${place + 1}`)
      await cp(setUp.folder, folder, { recursive: true })
      return new Computer(setUp, folder, id, clock(year))
    }),
  )
}

/** Two computers with the same library, whose clocks are a century apart. */
export const twoComputers = async (root: string): Promise<readonly [Computer, Computer]> => {
  const [here, there] = await computersOf(root, [2099, 1999])
  if (!here || !there) throw new Error('There are not two computers.')
  return [here, there]
}

/** Takes the library of one computer to the other, as it is. */
export const copyAll = (from: Computer, to: Computer): Promise<void> =>
  cp(from.folder, to.folder, { recursive: true, force: true })
