import { join } from 'node:path'
import type { DocumentEntry } from '#core/article/document-entry.ts'
import type { Finder } from '../finding/finder.ts'
import { readAsset } from '../kept-companions.ts'
import { writeAssets } from '../write-assets.ts'
import type { Check } from './check-report.ts'
import { importAgain } from './import-again.ts'
import type { ArticleState } from './inspect-article.ts'

const AMISS = 'missing or damaged'

/** Checks the pictures of an article; those that are inside of the file that came in can be made again from it. */
export const checkAssets = async (
  check: Check,
  id: string,
  state: ArticleState,
  entry: DocumentEntry | null,
  finder: Finder,
): Promise<void> => {
  const folder = `documents/${id}`
  const document = join(check.folder, folder)
  const amiss: string[] = []
  for (const { name } of state.article?.assets ?? []) if ((await readAsset(document, name)) === null) amiss.push(name)
  if (amiss.length === 0) return
  const again = check.repair ? await importAgain(check, id, state, entry, finder) : null
  const made = again === null || 'why' in again ? [] : again.assets
  for (const name of amiss) {
    const asset = made.find(picture => picture.name === name)
    const written = asset === undefined ? null : await writeAssets(document, [asset])
    const how = written?.ok === true ? '; made again from the file that came in' : ''
    const why = check.repair && asset === undefined ? '; it is not inside of the file that came in' : ''
    const failed = written?.ok === false ? `; ${written.error.message}` : ''
    check.report(`${folder}/assets/${name}`, `${AMISS}${how}${why}${failed}`, written?.ok === true)
  }
}
