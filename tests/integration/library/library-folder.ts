import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '#core/result/result.ts'
import { openLibrary } from '#library/library.ts'
import type { OpenLibrary, OpenLibraryOptions } from '#library/open-library.ts'

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><article><h1>${title}</h1>${body}</article></body></html>`

/** A page about IL-10 that every library of these tests begins with. */
const bundledPage = page(
  'How IL-10 calms a nerve',
  '<h2>Mechanism</h2><p>Stem cells increase IL-10 and reduce IL-1 in the damaged nerve, so that pain eases.</p>',
)

export const anotherPage = page('Étude on “quoted” pain & more', '<p>Pain is what the patient says it is.</p>')

/** A small set of the program's own data: one article, a lexicon of four entities, a glossary of one. */
const writeResources = async (folder: string): Promise<string> => {
  const resources = join(folder, 'resources')
  const files: Record<string, string> = {
    'articles/il-10.html': bundledPage,
    'lexicon/entities.json': JSON.stringify({
      entries: [
        { name: 'IL-1', type: 'gene-or-protein' },
        { name: 'IL-10', type: 'gene-or-protein' },
        { name: 'pain', type: 'symptom' },
        { name: 'stem cell', type: 'cell', synonyms: ['stem cells'] },
      ],
    }),
    'glossary/glossary.json': JSON.stringify({ entries: [{ name: 'IL-10', definition: 'A cytokine.' }] }),
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(resources, name, '..'), { recursive: true })
    await writeFile(join(resources, name), content)
  }
  return resources
}

export interface LibrarySetUp {
  readonly folder: string
  readonly open: (changes?: Partial<OpenLibraryOptions>) => ReturnType<typeof openLibrary>
  /** Opens it, which must succeed. */
  readonly opened: (changes?: Partial<OpenLibraryOptions>) => Promise<OpenLibrary>
}

/** A library that may be made in `root`, and what it takes to open it. */
export const setUpLibrary = async (root: string): Promise<LibrarySetUp> => {
  const folder = join(root, 'library')
  let count = 0
  const options: OpenLibraryOptions = {
    folder,
    create: true,
    write: true,
    resources: await writeResources(root),
    program: 'pathmark 0.1.0',
    now: () => new Date(Date.UTC(2026, 10, 22, 10, 0, count++)).toISOString(),
    newId: () => crypto.randomUUID(),
  }
  const open = (changes: Partial<OpenLibraryOptions> = {}) => openLibrary({ ...options, ...changes })
  return {
    folder,
    open,
    opened: async changes => {
      const result = await open(changes)
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
      return result.value
    },
  }
}

/** The id of the only document of a library. */
export const onlyDocument = (library: OpenLibrary): string => {
  const [entry, ...others] = library.documents()
  if (!entry || others.length > 0) throw new Error(`There are ${library.documents().length} documents.`)
  return entry.id
}

/** A document with its mechanisms. */
export const readWhole = async (library: OpenLibrary, id: string) => {
  const [document, mechanisms] = [await library.readDocument(id), await library.openMechanisms(id)]
  if (!document.ok) return document
  return mechanisms.ok ? succeed({ ...document.value, ...mechanisms.value }) : mechanisms
}
