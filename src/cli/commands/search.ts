import type { FoundDocument, SearchAnswer, SearchHit } from '#core/search/search-answer.ts'
import { correctionWords } from '#core/search/correction-words.ts'
import { LibrarySearch } from '#library/searching/library-search.ts'
import { searchHere } from '#library/searching/search-here.ts'
import { optionValue } from '../command.ts'
import type { ExitStatus, RunCommand } from '../command.ts'
import { failed, misused, oneLine, print, printJson, remark } from '../terminal.ts'
import { currentTime, programName, withLibrary } from '../with-library.ts'

const LIMIT = 30
const MOST = 1_000
/** Hits of one document that are printed. */
const HITS = 5

const limitOf = (given: string | undefined): number | null => {
  if (given === undefined) return LIMIT
  const limit = /^\d+$/.test(given) ? Number(given) : 0
  return limit >= 1 && limit <= MOST ? limit : null
}

const snippetOf = ({ snippet, cut }: SearchHit): string =>
  `${cut.before ? '… ' : ''}${oneLine(snippet)}${cut.after ? ' …' : ''}`

const describe = ({ id, hits, more }: FoundDocument, title: string): string =>
  [
    `${oneLine(title)} (${id})`,
    ...hits.map(hit => `   ${hit.place.padEnd(9)}  ${snippetOf(hit)}`),
    ...(more ? ['   and more'] : []),
  ].join('\n')

const report = ({ documents }: SearchAnswer, titleOf: (id: string) => string) =>
  documents
    .flatMap(({ id, hits }) =>
      hits.map(hit => ({
        id,
        title: titleOf(id),
        where: hit.place,
        snippet: snippetOf(hit),
        passage: hit.passage,
        score: hit.score,
      })),
    )
    .toSorted((a, b) => b.score - a.score)

export const run: RunCommand = invocation => {
  const limit = limitOf(optionValue(invocation, 'limit'))
  if (limit === null) return Promise.resolve(misused(`--limit takes a number from 1 to ${MOST}.`))
  const typed = invocation.operands.join(' ')
  return withLibrary(invocation, 'read', async (library): Promise<ExitStatus> => {
    const program = programName(invocation.program)
    const search = new LibrarySearch({ library, program, now: currentTime, search: searchHere })
    const titleOf = (id: string): string => search.titleOf(id)
    try {
      let refreshed = await search.refresh()
      const question = { typed: `${typed} `, document: null, documents: limit, hits: HITS }
      let asked = await search.ask(question)
      if (asked.ok && asked.value.lost) {
        refreshed = await search.refresh()
        asked = await search.ask(question)
      }
      if (!asked.ok) return failed(asked.error.message)
      // Without the last changes an answer is better than none.
      if (!refreshed.ok) failed(refreshed.error.message)
      else if (refreshed.value.missing > 0)
        remark(
          `Another program keeps the search index and has ${refreshed.value.missing} changed documents still before it.`,
        )
      const { answer } = asked.value
      for (const line of correctionWords(answer)) remark(line)
      if (invocation.json) printJson(report(answer, titleOf))
      else if (answer.documents.length === 0) print('Nothing was found.')
      else print(answer.documents.map(document => describe(document, titleOf(document.id))).join('\n\n'))
      if (answer.more) remark(`There is more; --limit takes up to ${MOST} documents.`)
      const unreadable = refreshed.ok ? refreshed.value.unreadable : []
      for (const id of unreadable) failed(`Not all of “${titleOf(id)}” could be searched. Run “pathmark check”.`)
      return refreshed.ok && unreadable.length === 0 ? 0 : 1
    } finally {
      await search.close()
    }
  })
}
