import { describe, expect, test } from 'vitest'
import { ownProgram } from '../../../src/renderer/own-worker.ts'

const page = 'pathmark-app://window/index.html'

describe('what a worker of the window may run', () => {
  test('a program of the window’s own', () => {
    expect(ownProgram('pathmark-app://window/assets/anchoring-worker-a1B2.js', page)).toBe(
      'pathmark-app://window/assets/anchoring-worker-a1B2.js',
    )
    expect(ownProgram('./assets/map-layout-worker-x.js', page)).toBe(
      'pathmark-app://window/assets/map-layout-worker-x.js',
    )
  })

  test.each([
    'data:text/javascript,run()',
    'blob:pathmark-app://window/0b1c',
    'javascript:run()',
    'https://example.org/assets/x.js',
    'pathmark-app://other/assets/x.js',
    'pathmark-article://window/assets/x.js',
    'pathmark-app://window/assets/../x.js',
    'pathmark-app://window/assets/%2e%2e/x.js',
    'pathmark-app://window/assets/x.js?y',
    'pathmark-app://window/assets/x.js#y',
    'pathmark-app://window/assets/x.html',
    'pathmark-app://window/documents/x.js',
  ])('nothing else: %s', address => {
    expect(() => ownProgram(address, page)).toThrow(/own programs/)
  })
})
