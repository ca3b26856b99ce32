import { succeed } from '#core/result/result.ts'
import type { ImportRunner } from './import-runner.ts'

/**
 * Imports the files that ship with the program: in this thread, and without the purifier, which would take longer to load than all else
 * that a first start does. A test holds it to give what the importer with the purifier gives of each of these files.
 */
export const importShipped: ImportRunner = {
  atOnce: 1,
  prepare: () => {},
  run: async ({ bytes }, { fileName, now, program }) => {
    const { importHtml } = await import('../importing/import-html.ts')
    const imported = importHtml(bytes, { fileName, id: 'unnamed', now, importer: program })
    return imported.ok ? succeed({ article: imported.value.article, html: imported.value.html, assets: [] }) : imported
  },
  close: () => Promise.resolve(),
}
