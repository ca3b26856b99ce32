import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFailure, writeFailure } from '#library/store/disk-failure.ts'
import { pathsTakenOut } from '../../../src/main/bridge/paths-in-words.ts'

const shown = pathsTakenOut({ library: ['/home/ann/My Library'], home: ['/home/ann'] })

describe('words for the reader', () => {
  test.each([
    ['/home/ann/My Library/documents/x/notes.json was damaged.', 'documents/x/notes.json was damaged.'],
    ['There is no folder /home/ann/My Library. Check it.', 'There is no folder …/My Library. Check it.'],
    ['/home/ann/My Library.old/a is other', '~/My Library.old/a is other'],
    ['/home/ann/Downloads/a b.html does not exist.', '~/Downloads/a b.html does not exist.'],
    ['in /home/ann.', 'in ~.'],
    ['/home/anna/x.html', '…/x.html'],
    ['“/tmp/pm-1/x.json” (/var/lib/y)', '“…/x.json” (…/y)'],
    ["ENOENT: no such file, open '/usr/share/a.txt'", "ENOENT: no such file, open '…/a.txt'"],
    ['at run (file:///opt/app/out/main/index.js:10:5)', 'at run (…/index.js:10:5)'],
    ['file:///C:/Users/Ann/notes.json', '…/notes.json'],
    ['C:\\Users\\Ann\\notes.json and \\\\server\\share\\a', '…/notes.json and …/a'],
    ['/nowhere', '…/nowhere'],
  ])('name a place without the way there: %s', (text, expected) => expect(shown(text)).toBe(expected))

  test('take no folder that is all of the disk for one, and of two the one that lies in the other', () => {
    const onRoot = pathsTakenOut({ library: ['/'], home: ['/home/ann'] })
    expect(onRoot('/home/ann/a.html and /srv/x/b.html')).toBe('~/a.html and …/b.html')
    const inside = pathsTakenOut({ library: ['/home'], home: ['/home/ann'] })
    expect(inside('/home/ann/a.html and /home/b.html')).toBe('~/a.html and b.html')
  })

  test.each([
    'Choose another place, and/or try again.',
    'documents/x/notes.json',
    'See https://example.org/a/b for more.',
    'Saved 3 / 4 on 11/22/2026.',
    'TNF-α/IL-6 goes up',
  ])('stay as they are where there is no path: %s', text => expect(shown(text)).toBe(text))

  test.each(['my-library', 'a+b (c) [d] {e}', '^$.*?|', 'n\u0000', '研究'])(
    'know a folder whatever its name is made of: %s',
    name => {
      const words = pathsTakenOut({ library: [`/srv/${name}`], home: [] })
      expect(words(`/srv/${name}/notes.json was damaged.`)).toBe('notes.json was damaged.')
    },
  )

  test('of every way in which a disk refuses name the file and say no place', () => {
    const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EMFILE', 'EIO', null]
    for (const code of codes)
      for (const failure of [writeFailure, readFailure]) {
        const path = '/home/ann/My Library/documents/x/notes.json'
        const error = code === null ? new Error(`bad ${path}`) : Object.assign(new Error(code), { code })
        const text = shown(failure(error, path).message)
        expect(text).toContain('documents/x/notes.json')
        expect(text).not.toContain('/home')
        expect(text).not.toContain('My Library')
      }
  })

  test('never name one of the folders on the way, wherever it stands in them', () => {
    const name = fc.stringMatching(/^[a-z]{3,8}$/u)
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('', ' ', '“', '(', "'"),
        (names, before) => {
          const text = shown(`Could not be read: ${before}/zzroot/${names.join('/')} (EIO)`)
          expect(text).toBe(`Could not be read: ${before}…/${names.at(-1)} (EIO)`)
        },
      ),
    )
  })
})
