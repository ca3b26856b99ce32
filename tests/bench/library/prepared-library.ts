import { createHash } from 'node:crypto'
import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import { makeBackup } from '#library/backups/make-backup.ts'
import { FORMAT } from '#library/library-files.ts'
import { LibrarySearch } from '#library/searching/library-search.ts'
import { searchInThread } from '#library/searching/search-in-thread.ts'
import { realDisk } from '#library/store/disk.ts'
import { writeStored } from '../../integration/store/stored-file.ts'
import { makePng } from '../../pictures/make-png.ts'
import { randomFrom } from '../anchoring/random.ts'
import { hoursBefore } from './index-lines.ts'
import { copyRealArticle, readRealArticle } from './real-article.ts'
import { makeSearchedArticles } from './search/searched-articles.ts'

const PROGRAM = 'the benchmark'
const now = (): string => new Date().toISOString()

/** Different pictures among the covers; of each many documents have the file. */
const PICTURES = 8

/** Pictures that pack as badly as photographs do, about 400 kB each, by their names. */
const makePictures = async (folder: string): Promise<readonly string[]> => {
  const random = randomFrom('covers')
  await mkdir(folder)
  return Promise.all(
    Array.from({ length: PICTURES }, async () => {
      const png = makePng(800, 500, () => random.between(0, 255))
      const name = `${createHash('sha256').update(png).digest('hex')}.png`
      await writeFile(join(folder, name), png)
      return name
    }),
  )
}

/** Gives every second document a cover. */
const addCovers = async (folder: string, documents: readonly DocumentEntry[]): Promise<DocumentEntry[]> => {
  const pictures = join(folder, 'pictures')
  const names = await makePictures(pictures)
  const covered: DocumentEntry[] = []
  for (const [at, entry] of documents.entries()) {
    const cover = at % 2 === 0 ? names[(at / 2) % names.length] : undefined
    covered.push(cover === undefined ? entry : { ...entry, cover })
    if (cover === undefined) continue
    const assets = join(folder, 'documents', entry.id, 'assets')
    await mkdir(assets)
    await link(join(pictures, cover), join(assets, cover))
  }
  await rm(pictures, { recursive: true })
  return covered
}

const buildIndex = async (path: string, documents: readonly DocumentEntry[]): Promise<void> => {
  const search = new LibrarySearch({
    library: { path, documents: () => documents },
    program: PROGRAM,
    now,
    search: searchInThread(pathToFileURL(resolve('out/main/search-thread.js'))),
  })
  const built = await search.refresh()
  await search.close()
  if (!built.ok) throw new Error(built.error.message)
}

/**
 * A library in `folder` as a reader has it who has used it for a while: each article has its files and its text, every second one a cover, the
 * index of the search is up to date, and a backup was made. The last article, which a start opens, is a real one.
 */
export const makePreparedLibrary = async (folder: string, count: number): Promise<void> => {
  const covered = await addCovers(folder, await makeSearchedArticles(folder, count))
  const last = covered.at(-1)
  if (last === undefined) throw new Error('A library without articles opens none.')
  const real = await readRealArticle()
  await copyRealArticle(real, last.id, join(folder, 'documents', last.id))
  const listed = [...covered.slice(0, -1), { ...last, lastRead: hoursBefore(-24) }]
  await writeStored(join(folder, 'library.json'), { ...real.index, format: FORMAT, documents: listed })
  await buildIndex(folder, listed)
  const backup = await makeBackup({ folder, reason: 'by-itself', program: PROGRAM, now, disk: realDisk })
  if (!backup.ok) throw new Error(backup.error.message)
}
