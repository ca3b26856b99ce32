import { describe, expect, test } from 'vitest'
import type { ReaderCard } from '#core/mechanism/cards/reader-card.ts'
import { showCards } from '#core/mechanism/cards/show-cards.ts'
import { withAbout } from '#core/mechanism/corrections/about-card.ts'
import { settleCards } from '#core/mechanism/corrections/settle-cards.ts'
import type { Extraction } from '#core/mechanism/mechanism.ts'
import { foundIn, passageIn } from './found-in.ts'
import type { Stated } from './found-in.ts'

const release = 'Microglia release TNF-α into the cord, and TNF-α increases pain.'
const calming = 'IL-10 reduces the release of glutamate, so that IL-10 lowers pain.'
const blood = 'New vessels increase blood flow in the marrow of old rats.'
const text = [release, calming, blood].join('\n')

const effects: readonly Stated[] = [
  { id: 'e1', says: 'TNF-α | increases | pain', direction: 'increases', within: 'and TNF' },
  { id: 'e2', says: 'IL-10 | lowers | pain', direction: 'decreases', within: 'so that' },
  { id: 'e3', says: 'New vessels | increase | blood flow', direction: 'increases' },
]
const older = foundIn(
  text,
  [
    { id: 'm-release', title: 'Release', passage: release },
    { id: 'm-calming', title: 'Calming', passage: calming },
  ],
  effects,
)

const record = (id: number, card: string | null, more: Partial<ReaderCard> = {}): ReaderCard => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  created: '2026-11-22T10:00:00.000Z',
  modified: '2026-11-22T10:00:00.000Z',
  version: 1,
  decision: 'rejected',
  card,
  ...more,
})

const kept = (found: Extraction, ...records: readonly ReaderCard[]): ReaderCard[] => withAbout(found, records)

const content = { title: 'My words', passage: passageIn(text, calming), effects: [] }

describe('a record finds its card in what a newer extractor found', () => {
  test('under another id', () => {
    const newer = foundIn(text, [{ id: 'm-2', title: 'IL-10 lowers pain', passage: calming }], effects)
    const [settled] = settleCards(newer, kept(older, record(1, 'm-calming')))
    expect(settled?.card).toBe('m-2')
    expect(showCards(newer, kept(older, record(1, 'm-calming'))).map(({ number }) => number)).toEqual([0])
  })

  test('in a passage that begins and ends elsewhere', () => {
    const newer = foundIn(text, [{ id: 'm-2', title: 'Glutamate', passage: calming.slice(0, 45) }], effects)
    const [settled] = settleCards(newer, kept(older, record(1, 'm-calming')))
    expect(settled?.card).toBe('m-2')
  })

  test('and never a card that only has its id', () => {
    const newer = foundIn(text, [{ id: 'm-calming', title: 'Vessels', passage: blood }], effects)
    const records = kept(older, record(1, 'm-calming'))
    expect(settleCards(newer, records)[0]?.card).toBe(null)
    expect(showCards(newer, records).map(({ title, decision }) => [title, decision])).toEqual([['Vessels', null]])
  })

  test('of two cards that became one, what was edited is lost on neither', () => {
    const newer = foundIn(text, [{ id: 'm-1', title: 'Release', passage: `${release}\n${calming}` }], effects)
    const edited = (words: string) => ({ ...content, title: words })
    const records = kept(
      older,
      record(1, 'm-release', { decision: 'edited', content: edited('Mine one') }),
      record(2, 'm-calming', { decision: 'edited', content: edited('Mine two') }),
    )
    expect(
      showCards(newer, records)
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Mine one', 'Mine two'])
  })

  test('a card that also says other things does not go because a small one in it was rejected', () => {
    const newer = foundIn(text, [{ id: 'm-all', title: 'All of it', passage: text }], effects)
    expect(showCards(newer, kept(older, record(1, 'm-calming'))).map(({ number }) => number)).toEqual([1])
  })
})

describe('a card that a newer extractor does not find', () => {
  const newer = foundIn(text, [{ id: 'm-v', title: 'Vessels', passage: blood }], effects)

  test('stays as it was when the reader accepted it', () => {
    const shown = showCards(newer, kept(older, record(1, 'm-calming', { decision: 'accepted' })))
    const [card] = shown
    expect(shown.map(({ title }) => title)).toEqual(['Calming', 'Vessels'])
    expect(card?.passage.quote).toBe(calming)
    expect(card?.effects.map(({ agent, direction, target }) => [agent, direction, target])).toEqual([
      ['IL-10', 'decreases', 'pain'],
    ])
  })

  test('stays as the reader wrote it', () => {
    const shown = showCards(newer, kept(older, record(1, 'm-calming', { decision: 'edited', content })))
    expect(shown.map(({ title }) => title)).toEqual(['My words', 'Vessels'])
  })

  test('is not shown when it was rejected, and is rejected again when it comes back', () => {
    const records = kept(older, record(1, 'm-calming'))
    expect(showCards(newer, records).map(({ title }) => title)).toEqual(['Vessels'])
    expect(settleCards(older, settleCards(newer, records))[0]?.card).toBe('m-calming')
  })
})

test('settling what is settled changes nothing, and records that know nothing stay as they are', () => {
  const records = kept(older, record(1, 'm-calming'), record(2, 'm-release', { decision: 'accepted' }))
  const settled = settleCards(older, records)
  expect(settled).toEqual(records)
  expect(settled[0]).toBe(records[0])
  const old = [record(3, 'm-calming'), record(4, null, { decision: 'added', content })]
  expect(settleCards(older, old)).toEqual(old)
})

test('a record keeps what it is about, also when another version of it does not tell', () => {
  const [stored] = kept(older, record(1, 'm-calming'))
  if (!stored?.about) throw new Error('The record does not know what it is about')
  const { about: _about, ...untold } = { ...stored, version: 2, card: 'm-2' }
  expect(withAbout(foundIn(text, [], []), [untold], [stored])[0]?.about).toEqual(stored.about)
})
