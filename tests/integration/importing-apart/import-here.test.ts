import { expect, test } from 'vitest'
import { noCompanions } from '#library/importing/pictures/companions.ts'
import { importWith } from '#library/importing-apart/import-here.ts'

test('a fault of a parser is told as one, in one line', async () => {
  const order = { fileName: 'odd.html', now: '2026-01-01T00:00:00Z', program: 'test' }
  const imported = await importWith(
    () => {
      throw new RangeError('Maximum call stack size exceeded')
    },
    new Uint8Array(),
    order,
    noCompanions,
  )
  expect(imported).toEqual({
    ok: false,
    error: {
      code: 'not-readable',
      message:
        'odd.html could not be imported: what is in it brought about a fault in Pathmark. Nothing in the library was changed.',
    },
  })
})
