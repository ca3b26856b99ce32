import { citationFieldNames, correctionsIn, withCorrections } from '#core/annotation/citation-record.ts'
import type { CitationField } from '#core/annotation/citation-record.ts'
import { readCorrections } from '#core/annotation/citation-input.ts'
import { citeInWords } from '#core/export/cite-in-words.ts'
import { cslItem, writeCslJson } from '#core/export/csl-item.ts'
import { succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'
import { citationFormats } from '#library/exporting/citation-formats.ts'
import { readCitedWork } from '#library/exporting/read-cited-work.ts'
import type { OpenLibrary } from '#library/open-library.ts'
import { optionValue, optionValues } from '../command.ts'
import type { Invocation, RunCommand } from '../command.ts'
import { failed, misused, print, printJson } from '../terminal.ts'
import { withDocument } from '../with-document.ts'
import { currentTime } from '../with-library.ts'

const isField = (name: string): name is CitationField => citationFieldNames.some(field => field === name)

/** What `--set` and `--unset` ask for. */
interface WantedChanges {
  readonly set: { readonly [Name in CitationField]?: string }
  readonly unset: readonly CitationField[]
}

/** The changes of a call, or a line that says which of them makes no sense. */
const wantedChanges = (invocation: Invocation): WantedChanges | string => {
  const set: { [Name in CitationField]?: string } = {}
  const unset: CitationField[] = []
  for (const given of optionValues(invocation, 'set')) {
    const [name = '', ...value] = given.split('=')
    if (value.length === 0) return `--set takes FIELD=VALUE, and not “${given}”.`
    if (!isField(name)) return `There is no field “${name}”; there are ${citationFieldNames.join(', ')}.`
    set[name] = value.join('=')
  }
  for (const name of optionValues(invocation, 'unset')) {
    if (!isField(name)) return `There is no field “${name}”; there are ${citationFieldNames.join(', ')}.`
    unset.push(name)
  }
  return { set, unset }
}

/** Keeps the changes; a line a field that does not take its value, and then nothing is changed. */
const correct = async (library: OpenLibrary, id: string, { set, unset }: WantedChanges): Promise<Result<string[]>> => {
  const [read, notes] = [await library.readArticle(id), await library.readNotes(id)]
  if (!read.ok) return read
  if (!notes.ok) return notes
  const taken = new Set(unset)
  const kept = Object.fromEntries(
    Object.entries(correctionsIn(notes.value.citation ?? null)).filter(([name]) => !isField(name) || !taken.has(name)),
  )
  const { corrections, faults } = readCorrections(read.value.article.metadata, kept, set)
  const lines = Object.entries(faults).map(([name, fault]) => `${name}: ${fault}`)
  if (lines.length > 0) return succeed(lines)
  const changed = await library.changeSingles(id, ({ citation = null }) => {
    const next = withCorrections(citation, corrections, currentTime())
    return next === null || next === citation ? {} : { citation: next }
  })
  return changed.ok ? succeed([]) : changed
}

const formats = ['text', 'bibtex', 'csl'] as const

export const run: RunCommand = async invocation => {
  const changes = wantedChanges(invocation)
  if (typeof changes === 'string') return misused(changes)
  const wanted = optionValue(invocation, 'format') ?? 'text'
  const format = formats.find(name => name === wanted)
  if (format === undefined) return misused(`There is no format “${wanted}”; there are ${formats.join(', ')}.`)
  const changesSomething = Object.keys(changes.set).length + changes.unset.length > 0

  return withDocument(invocation, changesSomething ? 'write' : 'read', async (library, id) => {
    if (changesSomething) {
      const corrected = await correct(library, id, changes)
      if (!corrected.ok) return failed(corrected.error.message)
      if (corrected.value.length > 0) {
        for (const line of corrected.value) failed(line)
        return 1
      }
    }
    const work = await readCitedWork(library, id)
    if (!work.ok) return failed(work.error.message)
    if (invocation.json) {
      const notes = await library.readNotes(id)
      if (!notes.ok) return failed(notes.error.message)
      const corrected = correctionsIn(notes.value.citation ?? null)
      printJson({ id, key: work.value.key, text: citeInWords(work.value), csl: cslItem(work.value), corrected })
    } else if (format === 'text') print(citeInWords(work.value))
    else if (format === 'csl') print(writeCslJson([work.value]).trimEnd())
    else print((await citationFormats.bibtex.load())([work.value]).trimEnd())
    return 0
  })
}
