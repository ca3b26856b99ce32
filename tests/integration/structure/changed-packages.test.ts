import { describe, expect, it } from 'vitest'
import { changedFile } from '../../../scripts/build/change-package.ts'

const change = { file: 'x/lib/node.js', from: 'new Set()', to: '$& null' }

describe('a package that is built with changes', () => {
  it('has what stands there instead, in the file that is named', () => {
    expect(changedFile('/a/x/lib/node.js', 'a = new Set();', [change])).toBe('a = $& null;')
    expect(changedFile('/a/x/lib/other.js', 'a = new Set();', [change])).toBe('a = new Set();')
    expect(changedFile('/a/x/lib/node.js', 'new Set() new Set()', [{ ...change, to: '1', times: 2 }])).toBe('1 1')
  })

  it.each(['a = new Map();', 'a = new Set(); b = new Set();'])('fails the build when it is as it was not: %s', code => {
    expect(() => changedFile('/a/x/lib/node.js', code, [change])).toThrow(/lib\/node\.js is not as the build knows it/)
  })
})
