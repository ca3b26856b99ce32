import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('../../../src/renderer', import.meta.url))

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name: relative(renderer, join(renderer, name)), text: readFileSync(join(renderer, name), 'utf8') }))

/** Names through which a text becomes markup, a program or a worker. */
const sinks = [
  /\b(?:inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bcreateContextualFragment\b/,
  /\bDOMParser\b|\bparseFromString\b/,
  /\bsetHTML(?:Unsafe)?\b|\bparseHTML(?:Unsafe)?\b/,
  /\bdocument\.write(?:ln)?\b/,
  /\bsrcdoc\b/,
  /\bunsafe(?:HTML|SVG|Static|MathML|CSS)\b/,
  /\beval\(|\bnew Function\b/,
  /\bset(?:Timeout|Interval)\(\s*['"`]/,
  /\bcreateElement\(\s*['"](?:script|iframe|style|link|object|embed)/,
  /\bcreatePolicy\b/,
  /\bnew (?:Shared)?Worker\b/,
  /\bexecCommand\(\s*['"]insert/,
]

const using = (sink: RegExp): readonly string[] => sources.filter(({ text }) => sink.test(text)).map(({ name }) => name)

describe('places of the window where text becomes more than text', () => {
  test('there are sources to look through', () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  test.each(sinks.map(sink => [sink.source, sink] as const))(
    '%s is used by no other than the one that guards it',
    (_, sink) => {
      const guards = ['own-worker.ts']
      expect(using(sink).filter(name => !guards.includes(name))).toEqual([])
    },
  )

  test('DOMPurify makes DOM, never text, and only for content and for notes', () => {
    const purifying = using(/\bDOMPurify\.sanitize\b/)
    expect(purifying.toSorted()).toEqual(['components/markdown-text.ts', 'rendering/sanitise-content.ts'])
    for (const name of purifying)
      expect(sources.find(source => source.name === name)?.text).toContain('RETURN_DOM_FRAGMENT: true')
  })
})
