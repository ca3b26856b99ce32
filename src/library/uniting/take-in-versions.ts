import { articleFormat, documentPaths, versionPaths } from '../library-files.ts'
import type { Versions } from '../library-files.ts'
import { writeDurably } from '../store/durable-file.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { serialise } from '../store/serialise.ts'
import { readVersions } from '../updating/read-version.ts'
import type { TakenIn } from './taken-in.ts'

type Version = Versions['versions'][number]

/** True when the folder of a version holds the article that the list says it does. */
const isWhole = async (folder: string, { number, sourceHash }: Version): Promise<boolean> => {
  const article = await inspectFile(versionPaths(folder, number).article, articleFormat)
  return article.state === 'good' && article.value.provenance.sourceHash === sourceHash
}

/**
 * Takes in what a copy of `versions.json` says. What is read here stays what is read; a version of the article that only
 * the copy knows is added to the list when its folder is there, and otherwise the copy stays and the reader is told.
 * `folder` is the document's.
 */
export const takeInVersions = async (folder: string, theirs: Versions): Promise<TakenIn> => {
  const read = await readVersions(folder)
  if (!read.ok) return { why: read.error.message }
  const ours = read.value
  if (ours === null) return { why: 'this article was never updated here' }
  if (ours.placing !== null) return { why: 'an update of the article is not finished yet' }
  const known = new Set(ours.versions.map(({ sourceHash }) => sourceHash))
  const unknown = theirs.versions.filter(({ sourceHash }) => !known.has(sourceHash))
  const numbers = new Set(ours.versions.map(({ number }) => number))
  for (const version of unknown) {
    if (numbers.has(version.number) || !(await isWhole(folder, version))) {
      return {
        why:
          `another computer updated this article with another file, “${version.fileName}”. What is read here stays. ` +
          'To read the other one, update the article with that file',
      }
    }
  }
  if (unknown.length === 0) return { brought: null }
  const versions = [...ours.versions, ...unknown].toSorted((a, b) => a.number - b.number)
  const written = await writeDurably(documentPaths(folder).versions, serialise({ ...ours, versions }))
  if (!written.ok) return { why: written.error.message }
  const names = unknown.map(({ fileName }) => `“${fileName}”`).join(' and ')
  return { brought: `another version of the article, ${names}, which stays beside the one that is read here` }
}
