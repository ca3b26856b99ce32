import fc from 'fast-check'
import { calls } from '#core/bridge/calls.ts'
import type { CallName, CallPayload } from '#core/bridge/calls.ts'
import { defaultSettings } from '#core/bridge/settings.ts'
import { wholeLibrary } from '#core/mechanism/across/across-query.ts'
import { oddities } from './recipe.ts'
import type { HostileCall, Recipe } from './recipe.ts'

/** Closes the window, as the page may; it is asked for by itself. */
const CLOSES = 'window.ready-to-close'
const names = (Object.keys(calls) as CallName[]).filter(name => name !== CLOSES)

const time = '2026-11-22T09:00:00.000Z'
const record = fc.record({
  id: fc.uuid(),
  created: fc.constant(time),
  modified: fc.constant(time),
  version: fc.integer({ min: 1, max: 9 }),
})
const passage = fc.nat(900).map(start => ({ start, end: start + 12, quote: 'twelve words' }))
const words = fc.string({ maxLength: 60, unit: 'binary' })

const annotation = fc
  .tuple(record, fc.nat(900), words, fc.array(words, { maxLength: 3 }))
  .map(([base, start, note, tags]) => ({
    ...base,
    style: 'highlight' as const,
    color: 'yellow' as const,
    note,
    tags,
    selectors: { quote: { exact: 'cells', prefix: '', suffix: '' }, position: { start, end: start + 5 } },
  }))
const pageNote = words.map(value => ({ value, modified: time, version: 1 }))
const card = fc.tuple(record, words, passage).map(([base, title, place]) => ({
  ...base,
  decision: 'added' as const,
  card: null,
  content: { title, passage: place, effects: [] },
}))
const ownName = fc.tuple(record, fc.stringMatching(/^[a-z]{3,12}$/u)).map(([base, name]) => ({
  ...base,
  name,
  type: 'process' as const,
  synonyms: [],
}))
const draftKey = fc.constantFrom('abc/note/1', 'abc/page-note', 'names/new', 'abc/unsaved')

type Fitting = { readonly [Name in CallName]?: (id: fc.Arbitrary<string>) => fc.Arbitrary<CallPayload<Name>> }

/** Payloads that fit. Calls without one take nothing, or an id, or a token that only the main process gives out. */
const fitting: Fitting = {
  'notes.save': id =>
    fc.record({ id, annotations: fc.array(annotation, { maxLength: 4 }), pageNote: fc.option(pageNote) }),
  'cards.save': id => fc.record({ id, cards: fc.array(card, { maxLength: 3 }) }),
  'names.save': () => fc.record({ names: fc.array(ownName, { maxLength: 2 }) }),
  'position.save': id =>
    fc.record({
      id,
      position: fc.record({ offset: fc.nat(5_000), progress: fc.double({ min: 0, max: 1, noNaN: true }) }),
    }),
  'settings.save': () => fc.integer({ min: 13, max: 28 }).map(fontSize => ({ ...defaultSettings, fontSize })),
  'across.groups': () => fc.constant(wholeLibrary),
  'across.graph': () => fc.constant(wholeLibrary),
  'across.statements': () => words.map(group => ({ query: wholeLibrary, group })),
  'across.edges': () => fc.array(words).map(edges => ({ query: wholeLibrary, edges })),
  'clipboard.write': () => fc.record({ text: words }),
  'unsaved.export': () => fc.record({ text: words }),
  'link.open': () => fc.constantFrom('https://example.org/', 'file:///etc/passwd').map(address => ({ address })),
  'drafts.keep': () =>
    fc.record({ drafts: fc.array(fc.record({ key: draftKey, text: fc.option(words) }), { maxLength: 3 }) }),
}

const odd = fc.record({ make: fc.constantFrom(...oddities), size: fc.nat(50) })
const nastyText = fc.constantFrom(
  '',
  '../../../../etc/passwd',
  '..\\..\\windows',
  '/etc/passwd',
  '\0',
  '__proto__',
  'constructor',
  'x'.repeat(300),
  'CON',
  '%2e%2e%2f',
)
const fieldName = fc.oneof(
  fc.constantFrom(
    'id',
    'annotations',
    'pageNote',
    'cards',
    'names',
    'text',
    'query',
    'offer',
    'drafts',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 8 }),
)
const { garbage } = fc.letrec<{ garbage: Recipe }>(tie => ({
  garbage: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), words, nastyText),
    odd,
    fc.array(tie('garbage'), { maxLength: 5 }),
    fc.array(fc.tuple(fieldName, tie('garbage')), { maxLength: 5 }).map(fields => ({ fields })),
  ),
}))

/** Plain data as a recipe of itself. */
const recipeOf = (value: unknown): Recipe => {
  if (value === undefined) return { make: 'undefined', size: 0 }
  if (Array.isArray(value)) return value.map(recipeOf)
  if (typeof value !== 'object' || value === null) return value as Recipe
  return { fields: Object.entries(value).map(([name, member]) => [name, recipeOf(member)] as const) }
}

/** Puts `other` in the place of one value in the recipe: the one that is reached by these turns. */
const replaced = (recipe: Recipe, turns: readonly number[], other: Recipe): Recipe => {
  const [turn = 0, ...rest] = turns
  const members = Array.isArray(recipe) ? recipe.length : isFields(recipe) ? recipe.fields.length : 0
  if (turns.length === 0 || members === 0) return other
  const at = turn % members
  if (isFields(recipe))
    return {
      fields: recipe.fields.map(([name, value], index) => [name, index === at ? replaced(value, rest, other) : value]),
    }
  return (recipe as readonly Recipe[]).map((value, index) => (index === at ? replaced(value, rest, other) : value))
}

const isFields = (recipe: Recipe): recipe is Extract<Recipe, { readonly fields: unknown }> =>
  typeof recipe === 'object' && recipe !== null && 'fields' in recipe

/**
 * Calls of a hostile page: a third that fit, so that handlers are reached, a third with one value changed into something
 * else, a third that is garbage.
 * @param documents ids of the documents that are there
 */
const hostileCall = (documents: readonly string[]): fc.Arbitrary<HostileCall> => {
  const id = fc.constantFrom(...documents, 'no-such-document')
  const whole = fc.constantFrom(...names).chain(name => {
    const payload: fc.Arbitrary<unknown> = fitting[name]?.(id) ?? fc.oneof(fc.constant(undefined), fc.record({ id }))
    return payload.map(value => ({ name, payload: recipeOf(value) }))
  })
  const turns = fc.array(fc.nat(9), { maxLength: 4 })
  const changed = fc
    .tuple(whole, turns, garbage)
    .map(([call, way, other]) => ({ ...call, payload: replaced(call.payload, way, other) }))
  const anyName = fc.oneof(fc.constantFrom<Recipe>(...names, '__proto__', 'toString', 'no.such-call'), garbage)
  return fc.oneof(whole, changed, fc.record({ name: anyName, payload: garbage }))
}

/** The same calls for the same seed. */
export const hostileCalls = (documents: readonly string[], count: number, seed: number): HostileCall[] =>
  fc.sample(hostileCall(documents), { numRuns: count, seed })
