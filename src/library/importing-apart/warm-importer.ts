import { noCompanions } from '../importing/pictures/companions.ts'
import type { Importer } from './import-here.ts'

const SMALLEST_PAGE = new TextEncoder().encode('<!doctype html><title>Page</title><p>Word</p>')

/** The program's importer with all that it loads when it is first used, because it may load nothing later. */
export const warmImporter = async (): Promise<Importer> => {
  const { importDocument } = await import('../importing/import-document.ts')
  await importDocument(SMALLEST_PAGE, {
    fileName: 'page.html',
    now: '',
    program: '',
    taken: () => false,
    companions: noCompanions,
  })
  return importDocument
}
