import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { statedEffects } from '#core/mechanism/across/stated-effects.ts'
import type { DocumentEffects } from '#core/mechanism/across/stated-effect.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { documentPaths, versionPaths } from '../library-files.ts'
import { mechanismsFormat } from '../mechanism-files.ts'
import { systemCode } from '../store/disk-failure.ts'
import { inspectFile } from '../store/inspect-file.ts'
import { readVersions } from '../updating/read-version.ts'

/**
 * Tells whether a document's mechanisms may have changed since they were read: equal as long as they have not. One look at one
 * file, since a thousand documents are asked at once; an update of the article writes that file, too.
 */
export const stampOfDocument = async (documents: string, id: string): Promise<string> => {
  try {
    const { mtimeMs, size } = await stat(documentPaths(join(documents, id)).mechanisms)
    return `${mtimeMs}/${size}`
  } catch (error) {
    if (systemCode(error) === null) throw error
    return 'none'
  }
}

/** Where the mechanisms of the version that counts are, also while an update is being put in place. */
const mechanismsFile = async (folder: string): Promise<string> => {
  const versions = await readVersions(folder)
  if (!versions.ok || versions.value === null || versions.value.placing === null)
    return documentPaths(folder).mechanisms
  return versionPaths(folder, versions.value.current).mechanismsBegun
}

/**
 * What a document's `mechanisms.json` says, without opening it for writing. Fails with `document-damaged` when the file cannot
 * be used; opening the document then repairs or explains it.
 */
export const readStatedEffects = async (documents: string, id: string): Promise<Result<DocumentEffects>> => {
  const path = await mechanismsFile(join(documents, id))
  const file = await inspectFile(path, mechanismsFormat)
  if (file.state === 'missing') return fail('document-damaged', `${path} is missing.`)
  if (file.state === 'damaged') return fail('document-damaged', `${path} is damaged (${file.problem}).`)
  if (file.state === 'unreadable') return { ok: false, error: file.failure }
  if (file.value === null)
    return fail('format-version-too-new', `${path} was written by a newer version of Pathmark. Update it to read this.`)
  return succeed(statedEffects(id, file.value.found, file.value.cards, file.value.effectDecisions))
}
