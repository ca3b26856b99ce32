import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { calls } from '#core/bridge/calls.ts'
import type { CallName } from '#core/bridge/calls.ts'
import { fail, succeed } from '#core/result/result.ts'
import type { FailureCode } from '#core/result/result.ts'
import { answerCalls } from '../../../src/main/bridge/answer-calls.ts'
import type { BridgeHandlers } from '../../../src/main/bridge/answer-calls.ts'
import { allowCalls } from '../../../src/main/bridge/call-allowance.ts'
import { pathsTakenOut } from '../../../src/main/bridge/paths-in-words.ts'

const names = Object.keys(calls) as CallName[]

const answering = (handler: (name: CallName, payload: unknown) => unknown, now = () => performance.now() * 1_000) => {
  const handlers = Object.fromEntries(
    names.map(name => [name, async (payload: unknown) => handler(name, payload)]),
  ) as unknown as BridgeHandlers
  const report = vi.fn<(name: CallName, error: unknown) => void>()
  const withoutPaths = pathsTakenOut({ library: ['/data/library'], home: ['/home/ann'] })
  return { answer: answerCalls({ handlers, allowance: allowCalls(now), withoutPaths, report }), report }
}

const code = (answer: unknown): FailureCode | null => {
  const result = answer as { ok: boolean; error?: { code: FailureCode } }
  return result.ok ? null : (result.error?.code ?? null)
}

describe('a call', () => {
  test('that is as it should be reaches its handler with what the schema knows of it', async () => {
    const { answer } = answering((name, payload) => succeed({ name, payload }))
    expect(await answer('article.open', { id: 'abc', more: 'unasked' })).toEqual(
      succeed({ name: 'article.open', payload: { id: 'abc' } }),
    )
  })

  test.each(['no.such-call', '__proto__', 'constructor', 'toString', '', 7, null, undefined, {}, ['app.about']])(
    'of the name %j is refused',
    async name => {
      const { answer } = answering(() => succeed(null))
      expect(code(await answer(name, undefined))).toBe('bad-payload')
    },
  )

  test('that carries too much, or no plain data, never reaches a schema or a handler', async () => {
    const handler = vi.fn<() => unknown>(() => succeed(null))
    const { answer } = answering(handler)
    const circle: { again?: unknown } = {}
    circle.again = circle
    const hostile = [circle, new Map(), { id: new Date(0) }, JSON.parse('{"__proto__":{},"id":"abc"}'), 'x'.repeat(1e6)]
    for (const payload of hostile) expect(code(await answer('article.open', payload))).toBe('bad-payload')
    expect(handler).not.toHaveBeenCalled()
  })

  test('too many are refused at once, and none of them waits', async () => {
    const waiting: ((value: unknown) => void)[] = []
    const { answer } = answering(
      () => new Promise(resolve => waiting.push(resolve)),
      () => 0,
    )
    const asked = Array.from({ length: 700 }, (_, at) => answer(at % 2 === 0 ? 'app.about' : 'names.list', undefined))
    await vi.waitFor(() => expect(waiting).toHaveLength(32))
    for (const finish of waiting) finish(succeed(null))
    const answers = (await Promise.all(asked)).map(code)
    expect(answers.filter(one => one === null)).toHaveLength(32)
    expect(answers.filter(one => one === 'too-much')).toHaveLength(668)
  })

  test('whose handler fails by a fault is answered without saying where the fault is', async () => {
    const { answer, report } = answering(() => {
      throw new Error('cannot read /home/ann/secret')
    })
    const answered = await answer('app.about', undefined)
    expect(code(answered)).toBe('unexpected')
    expect(JSON.stringify(answered)).not.toMatch(/secret|home|\.ts/u)
    expect(report).toHaveBeenCalledOnce()
    expect(code(await answer('app.about', undefined))).toBe('unexpected')
  })

  const told = 'The disk is full: /data/library/documents/x/notes.json, not /home/ann/a.html nor /tmp/b.html'
  const toldWithout = 'The disk is full: documents/x/notes.json, not ~/a.html nor …/b.html'
  const codes: readonly FailureCode[] = [
    'library-missing',
    'library-damaged',
    'library-read-only',
    'format-version-too-new',
    'document-unknown',
    'document-damaged',
    'not-found',
    'not-readable',
    'not-recognised',
    'disk-full',
    'not-writable',
    'ambiguous-quote',
    'quote-not-found',
    'cancelled',
    'nothing-to-do',
    'too-much',
    'unexpected',
  ]
  test.each(codes)(
    'that fails with %s names files by their place in the library, and nothing else of it',
    async failure => {
      const { answer } = answering(() => fail(failure, told))
      expect(await answer('app.about', undefined)).toEqual(fail(failure, toldWithout))
    },
  )

  test('that succeeds says no place either, where it says what went wrong', async () => {
    const values: { readonly [Name in CallName]?: unknown } = {
      'library.state': {
        path: '/data/library',
        writable: false,
        readOnlyReason: told,
        warnings: [told],
        documents: [],
      },
      'library.import': { ids: [], failures: [told], remarks: [], newer: [], marks: [], arrived: [], cancelled: 0 },
      'across.overview': { documents: [], effects: 0, failures: [told] },
      'mechanisms.open': { cards: [], finding: { status: 'failed', message: told } },
      'backups.list': { backups: [], unreadable: [{ id: '1', problem: told }] },
      'backups.compare': { documents: [], failures: [told] },
      'backups.restore': { documents: 0, failures: [told] },
      'export.markdown': told,
    }
    const { answer } = answering(name => succeed(values[name]))
    for (const [name, payload] of [
      ['library.state', undefined],
      ['library.import', { from: 'files' }],
      ['across.overview', undefined],
      ['mechanisms.open', { id: 'abc' }],
      ['backups.list', undefined],
      ['backups.compare', { id: '2026-11-22T09-00-00Z' }],
      ['backups.restore', { id: '2026-11-22T09-00-00Z', documents: null, removeNewer: false }],
      ['export.markdown', { id: 'abc' }],
    ] as const) {
      const answered = JSON.stringify(await answer(name, payload))
      expect(answered).toContain(toldWithout)
      expect(answered).not.toContain('/home/ann')
    }
  })

  test('of any name with any payload is answered, and handlers see only what their schemas know', async () => {
    const seen: [CallName, unknown][] = []
    const { answer } = answering((name, payload) => {
      seen.push([name, payload])
      return fail('cancelled', 'Seen.')
    })
    const id = fc.constantFrom('abc', '../x', 'A', '__proto__', '')
    const payloads = fc.oneof(
      fc.constant(undefined),
      fc.record({ id }),
      fc.anything({
        withMap: true,
        withSet: true,
        withDate: true,
        withBigInt: true,
        withTypedArray: true,
        withSparseArray: true,
      }),
      fc.record(
        { id, annotations: fc.array(fc.object()), pageNote: fc.anything(), text: fc.string() },
        { requiredKeys: [] },
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constantFrom(...names), fc.string()), payloads, async (name, payload) => {
        const answered = code(await answer(name, payload))
        expect(['cancelled', 'bad-payload']).toContain(answered)
      }),
      { numRuns: 1_500 },
    )
    // Some of it was fit for a call; of that, no id was one that leads out of the library.
    expect(seen.length).toBeGreaterThan(20)
    const ids = seen.flatMap(([, payload]) => (payload as { readonly id?: string } | undefined)?.id ?? [])
    expect(new Set(ids)).toEqual(new Set(['abc']))
  }, 30_000)
})
