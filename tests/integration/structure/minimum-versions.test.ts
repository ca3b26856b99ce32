import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

interface LockedPackage {
  readonly version?: string
}

const lock = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../package-lock.json', import.meta.url)), 'utf8'),
) as { readonly packages: Readonly<Record<string, LockedPackage>> }

/** Versions before which a package had a fault that the project would be open to, with the advisory that says so. */
const least: readonly (readonly [name: string, version: string, advisory: string])[] = [
  ['pdfjs-dist', '4.2.67', 'CVE-2024-4367: a font in a PDF runs script'],
  ['dompurify', '3.2.4', 'CVE-2025-26791: mutation through template literals'],
  ['markdown-it', '12.3.2', 'CVE-2022-21670: quadratic time on long runs of spaces'],
  ['yaml', '2.2.2', 'CVE-2023-2251: an uncaught error on some text'],
  ['jsdom', '16.5.0', 'CVE-2021-20066: loads local files without being told to'],
  ['tough-cookie', '4.1.3', 'CVE-2023-26136: cookies change the prototype of all objects'],
  ['ws', '8.17.1', 'CVE-2024-37890: many headers end the process'],
  ['form-data', '4.0.4', 'CVE-2025-7783: guessable boundaries'],
  ['vite', '6.3.4', 'CVE-2025-46565: the development server gives away files'],
  ['electron', '28.3.2', 'CVE-2024-46993: heap overflow in images'],
  ['@playwright/test', '1.55.1', 'CVE-2025-59288: downloads browsers without checking whom from'],
]

const numbersOf = (version: string): readonly number[] => version.split(/[.-]/).slice(0, 3).map(Number)

/** True when `version` is `minimum` or newer. */
const isAtLeast = (version: string, minimum: string): boolean => {
  const [is, must] = [numbersOf(version), numbersOf(minimum)]
  const differs = must.findIndex((number, place) => number !== is[place])
  return differs === -1 || (is[differs] ?? 0) > (must[differs] ?? 0)
}

const copiesOf = (name: string): readonly string[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '0.0.0' }]) => version)

describe('packages with known faults', () => {
  test('versions are compared by their numbers', () => {
    expect(isAtLeast('3.2.4', '3.2.4')).toBe(true)
    expect(isAtLeast('3.10.0', '3.2.4')).toBe(true)
    expect(isAtLeast('4.0.0', '3.9.9')).toBe(true)
    expect(isAtLeast('3.2.3', '3.2.4')).toBe(false)
    expect(isAtLeast('2.9.9', '3.0.0')).toBe(false)
  })

  test.each(least)('%s is %s or newer (%s), in every copy of it', (name, minimum) => {
    expect(copiesOf(name).filter(version => !isAtLeast(version, minimum))).toEqual([])
  })

  test('every one that this version of the program uses is looked at', () => {
    for (const name of ['dompurify', 'markdown-it', 'yaml', 'jsdom', 'tough-cookie', 'ws', 'vite'])
      expect(copiesOf(name)).not.toEqual([])
  })
})
