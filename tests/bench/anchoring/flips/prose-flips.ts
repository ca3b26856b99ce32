import { sentenceSpans } from '#core/text/sentences.ts'
import type { Span } from '#core/text/span.ts'
import { words } from '#core/text/words.ts'
import { caseOf } from '../case.ts'
import type { Expected, Family } from '../case.ts'
import { applyEdits, unedited } from '../edited-text.ts'
import type { Edit } from '../edited-text.ts'
import type { Random } from '../random.ts'
import { englishSources } from '../sources.ts'

/** Words of the sources that turn a sentence round when the other one takes their place. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['increased', 'decreased'],
  ['raised', 'lowered'],
  ['reduced', 'increased'],
  ['rose', 'fell'],
  ['higher', 'lower'],
  ['more', 'less'],
  ['larger', 'smaller'],
  ['earlier', 'later'],
  ['before', 'after'],
  ['left', 'right'],
  ['promoted', 'inhibited'],
  ['promote', 'prevent'],
  ['suppress', 'stimulate'],
  ['suppressed', 'stimulated'],
  ['with', 'without'],
  ['early', 'late'],
  ['ventral', 'dorsal'],
  ['users', 'non-users'],
  ['everyone', 'nobody'],
  ['all', 'none'],
  ['improved', 'worsened'],
  ['women', 'men'],
  ['low', 'high'],
  ['widest', 'narrowest'],
  ['prevented', 'caused'],
  ['first', 'last'],
  ['up', 'down'],
]

const others = new Map(PAIRS.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
const VERBS = new Set(['was', 'were', 'is', 'are', 'did', 'had', 'has', 'can', 'shall', 'may'])
const LONGEST = 300
/** Shorter ones are headings: “Article 3” made of “Article 2” is a heading that the text has already. */
const SHORTEST = 30

const likeFirst = (word: string, model: string): string =>
  /^\p{Lu}/u.test(model) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word

/** The ways in which one word of a sentence can be made to say something else. */
const flipsIn = (text: string, span: Span, random: Random): Edit[] =>
  words(text, span).flatMap(({ start, end, text: word }): Edit[] => {
    const other = others.get(word.toLowerCase())
    if (other !== undefined) return [{ start, end, text: likeFirst(other, word) }]
    if (/^\d+(?:\.\d+)?$/.test(word)) return [{ start, end, text: String(Number(word) + random.pick([1, 3, 10])) }]
    const after = text.slice(end, end + 5)
    if (word === 'not' && text.charAt(end) === ' ') return [{ start, end: end + 1, text: '' }]
    return VERBS.has(word) && after !== ' not ' ? [{ start: end, end, text: ' not' }] : []
  })

/** Real sentences of which one word was turned round; every other sentence stays as it was. */
export const proseFlips: Family = {
  name: 'one word of real prose turned round',
  cases: (set, random) =>
    englishSources().map(({ name, article }) => {
      const { text } = article
      const spans: Span[] = []
      const edits: Edit[] = []
      const expected = new Map<Span, Expected>()
      for (const span of random.shuffle(sentenceSpans(text))) {
        const length = span.end - span.start
        const possible = length >= SHORTEST && length <= LONGEST ? flipsIn(text, span, random) : []
        if (possible.length === 0 || random.next() < 0.3) continue
        const edit = random.pick(possible)
        edits.push(edit)
        spans.push(span)
        expected.set(span, {
          kind: 'refuse',
          because: `“${text.slice(edit.start, edit.end)}” became “${edit.text.trim()}”`,
        })
      }
      return caseOf({ family: proseFlips.name, set, name }, article, spans, applyEdits(unedited(text), edits), expected)
    }),
}
