import { expect, it } from 'vitest'
import { joinNotes } from '#core/annotation/join-notes.ts'

it.each([
  [['one', 'two'], 'one\n\n---\n\ntwo'],
  [['one', 'one'], 'one'],
  [['one', ''], 'one'],
  [['', '- one'], '- one'],
  [['', ''], ''],
  [[], ''],
  [['two', 'one', 'two', 'one, more'], 'two\n\n---\n\none, more'],
  [['Compare with Fig. 2', 'Compare with Fig. 2, and with Table 1'], 'Compare with Fig. 2, and with Table 1'],
  [['and with Table 1', 'Compare with Fig. 2, and with Table 1'], 'Compare with Fig. 2, and with Table 1'],
  [['- two', '- one\n- two\n- three'], '- one\n- two\n- three'],
  // No word of the longer note is the shorter one.
  [['no', 'not here'], 'no\n\n---\n\nnot here'],
  [['here', 'there'], 'here\n\n---\n\nthere'],
  // The words are there, but as part of another statement.
  [['no effect', 'I doubt that no effect is shown'], 'no effect\n\n---\n\nI doubt that no effect is shown'],
  [['b', 'a', 'a, longer'], 'b\n\n---\n\na, longer'],
])('%j become %j', (notes, joined) => {
  expect(joinNotes(notes)).toBe(joined)
})
