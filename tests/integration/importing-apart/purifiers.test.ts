import { afterEach, describe, expect, it, vi } from 'vitest'
import { contentHash } from '#library/importing/content-hash.ts'
import { importHtml } from '#library/importing/import-html.ts'
import { topLevelElements } from '#library/importing/top-level-elements.ts'
import type { Asset } from '#library/importing/pictures/take-in-pictures.ts'
import { frameKinds, writeFrame } from '#library/importing-apart/answer-frames.ts'
import { limitsFor } from '#library/importing-apart/import-limits.ts'
import type { ImportMessage, ImportProcess } from '#library/importing-apart/import-process.ts'
import type { ImportedArticle } from '#library/importing-apart/import-runner.ts'
import { PurifierProcess } from '#library/importing-apart/purifier-process.ts'
import { Purifiers } from '#library/importing-apart/purifiers.ts'
import { purifyApart } from '#library/importing-apart/purify-apart.ts'
import type { Purify } from '#library/importing-apart/purify-apart.ts'

const signal = new AbortController().signal
const limits = { ...limitsFor(0), time: 1_000 }

/** What a purifier says of the content that is its so-manieth; null when it ends instead, undefined when it says nothing for ever. */
type Says = (html: string, seen: number) => string | Uint8Array | null | undefined

const answerWith = (html: string): Uint8Array =>
  Buffer.concat([writeFrame(frameKinds.content, new TextEncoder().encode(html)), writeFrame(frameKinds.end)])

/** A process that answers as it is told to. */
const scripted = (says: Says, held = 0): ImportProcess => {
  let [take, ended] = [(_bytes: Uint8Array): void => {}, (_how: string): void => {}]
  let content: Uint8Array[] = []
  let [size, seen] = [0, 0]
  const answer = (): void => {
    seen += 1
    const said = says(Buffer.concat(content).toString(), seen)
    if (said === null) ended('status 1')
    else if (said !== undefined) take(typeof said === 'string' ? answerWith(said) : said)
  }
  return {
    send: (message: ImportMessage) => {
      if (message.kind === 'content' || message.kind === 'drawing') [size, content] = [message.size, []]
      if (message.kind !== 'bytes') return
      content.push(message.bytes)
      if (Buffer.concat(content).length === size) queueMicrotask(answer)
    },
    onOutput: tell => {
      take = tell
      queueMicrotask(() => take(writeFrame(frameKinds.ready)))
    },
    onEnd: tell => {
      ended = tell
    },
    memory: () => Promise.resolve(held),
    kill: () => {},
  }
}

let purifiers: Purifiers
afterEach(() => {
  vi.useRealTimers()
  purifiers.close()
})

/** Purifiers of which each started one says what the next of `each` says; the last one stands for all that follow. */
const pool = (each: readonly Says[], held = 0): { readonly started: () => number } => {
  let started = 0
  purifiers = new Purifiers(() => {
    const says = each[Math.min(started, each.length - 1)] ?? (() => null)
    started += 1
    return new PurifierProcess(scripted(says, held))
  })
  return { started: () => started }
}

const purify = (html: string) => purifiers.purify(purifiers.take(), html, limits, signal)

const honest: Says = html => html

const emptyFrames = Buffer.concat(
  Array.from({ length: 40_000 }, () => writeFrame(frameKinds.content, new Uint8Array())),
)

describe('processes that purify', () => {
  it('are kept for the next content', async () => {
    const { started } = pool([honest])
    for (const html of ['<p>a</p>\n', '<p>b</p>\n', '<p>ü🧠</p>\n'])
      expect(await purify(html)).toEqual({ ok: true, html })
    expect(started()).toBe(1)
  })

  it('are believed only when fresh that a content is another than it was', async () => {
    const { started } = pool([(html, seen) => (seen === 1 ? html : '<p>harm</p>\n'), honest])
    await purify('<p>a</p>\n')
    expect(await purify('<p>b</p>\n')).toEqual({ ok: true, html: '<p>b</p>\n' })
    expect(started()).toBe(2)
    pool([() => '<p></p>\n'])
    expect(await purify('<p>b</p>\n')).toEqual({ ok: true, html: '<p></p>\n' })
  })

  it.each<[string, Says]>([
    ['ends', (html, seen) => (seen === 1 ? html : null)],
    ['says what is no answer', (html, seen) => (seen === 1 ? html : new TextEncoder().encode('no answer at all'))],
    ['says nothing for ever', (html, seen) => (seen === 1 ? html : undefined)],
    ['writes without end and says nothing', (html, seen) => (seen === 1 ? html : emptyFrames)],
    ['says far more than it was given', (html, seen) => (seen === 1 ? html : 'x'.repeat(200_000))],
  ])('that one %s after a content before is not the fault of the next', async (_what, says) => {
    pool([says, honest])
    await purify('<p>a</p>\n')
    expect(await purify('<p>b</p>\n')).toEqual({ ok: true, html: '<p>b</p>\n' })
  })

  it('that end before they are asked anything fail no content', async () => {
    pool([honest])
    const ended = purifiers.take()
    ended.end()
    expect(await purifiers.purify(ended, '<p>a</p>\n', limits, signal)).toEqual({ ok: true, html: '<p>a</p>\n' })
  })

  it('fail a content at which a fresh one fails, and go on with the next', async () => {
    pool([() => null, honest])
    expect(await purify('<p>a</p>\n')).toEqual({ ok: false, failure: 'ended' })
    expect(await purify('<p>b</p>\n')).toEqual({ ok: true, html: '<p>b</p>\n' })
    pool([() => undefined])
    expect(await purify('<p>a</p>\n')).toEqual({ ok: false, failure: 'too-long' })
    pool([() => undefined], 4 * 1024 * 1024 * 1024)
    expect(await purify('<p>a</p>\n')).toEqual({ ok: false, failure: 'too-much' })
  })

  it('that do not start in two minutes are said not to have started, however long the content may take', async () => {
    vi.useFakeTimers()
    const late = new PurifierProcess({ ...scripted(honest), onOutput: () => {} })
    let outcome: unknown = null
    const asked = late.purify('<p>a</p>\n', limits, signal).then(said => (outcome = said))
    await vi.advanceTimersByTimeAsync(119_000)
    expect(outcome).toBeNull()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await asked).toEqual({ ok: false, failure: 'not-started' })
  })

  it('have for a drawing no more than its time, also when a used one took some of it for nothing', async () => {
    vi.useFakeTimers()
    const silentAfterOne: Says = (html, seen) => (seen === 1 ? html : undefined)
    const outcomeAfter = async (each: readonly Says[], time: number): Promise<unknown> => {
      pool(each)
      const before = purify('<p>a</p>\n')
      await vi.advanceTimersByTimeAsync(10)
      expect(await before).toMatchObject({ ok: true })
      let outcome: unknown = null
      void purifiers.purifyDrawing('<svg/>', limits, signal).then(said => (outcome = said))
      await vi.advanceTimersByTimeAsync(time)
      return outcome
    }
    expect(await outcomeAfter([silentAfterOne, () => undefined], limits.time - 50)).toBeNull()
    expect(await outcomeAfter([silentAfterOne, () => undefined], limits.time + 50)).toEqual({
      ok: false,
      failure: 'too-long',
    })
    expect(await outcomeAfter([silentAfterOne, honest], limits.time + 50)).toEqual({ ok: true, html: '<svg/>' })
  })

  it('are ended after some millions of characters', async () => {
    const { started } = pool([honest])
    const long = `<p>${'a'.repeat(3_000_000)}</p>\n`
    for (const html of [long, long, long, long]) expect(await purify(html)).toEqual({ ok: true, html })
    expect(started()).toBe(2)
  })
})

const page = '<!doctype html><title>Pain</title><article><h1>Pain</h1><p>IL-10 reduces <b>it</b>.<p>a<br>b</article>'

const imported = (): ImportedArticle => {
  const bytes = new TextEncoder().encode(page)
  const made = importHtml(bytes, { fileName: 'pain.html', id: 'pain', now: '2026-01-02T03:04:05Z', importer: 'test' })
  if (!made.ok) throw new Error(made.error.message)
  return { article: made.value.article, html: made.value.html, assets: [] }
}

const drawing = (d: string): Asset => {
  const bytes = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="${d}"/></svg>`,
  )
  return { name: `${contentHash(bytes)}.svg`, bytes }
}

/** An article that shows pictures after its text, the first of which stands for it. */
const withPictures = (article: ImportedArticle, pictures: readonly Asset[]): ImportedArticle => {
  const shown = pictures.map(({ name }) => `<p><img src="assets/${name}" alt="a &gt; b"></p>\n`).join('')
  const html = article.html + shown
  const [first] = pictures
  return {
    ...article,
    html,
    assets: pictures,
    article: {
      ...article.article,
      htmlHash: contentHash(html),
      assets: pictures.map(({ name }) => ({ name })),
      ...(first !== undefined && { cover: first.name }),
    },
  }
}

/** The same for content and drawings. */
const both = (way: Purify['content']): Purify => ({ content: way, drawing: way })

describe('an article that was purified in another process', () => {
  it('is the same when nothing was taken out', async () => {
    const given = imported()
    expect(
      await purifyApart(
        given,
        limits,
        both(async html => ({ ok: true, html })),
      ),
    ).toEqual({ ok: true, value: given })
  })

  it('has a warning and another hash when something was, and is refused when its words are others', async () => {
    const without = (html: string) => html.replaceAll(/<\/?strong>|<\/?b>/g, '')
    const purified = await purifyApart(
      imported(),
      limits,
      both(async html => ({ ok: true, html: without(html) })),
    )
    const html = without(imported().html)
    expect(html).not.toBe(imported().html)
    expect(purified).toMatchObject({
      ok: true,
      value: {
        html,
        article: {
          htmlHash: contentHash(html),
          provenance: { warnings: [expect.stringMatching(/taken out for safety/)] },
        },
      },
    })
    for (const harm of ['<script>x</script>\n', '<p data-block="b9">more</p>\n'])
      expect(
        await purifyApart(
          imported(),
          limits,
          both(async text => ({ ok: true, html: text + harm })),
        ),
      ).toMatchObject({
        ok: false,
        error: { code: 'unexpected' },
      })
  })

  it('loses a drawing that the purifier does not leave as it is, and only that one', async () => {
    const [first, second] = [drawing('M0 0L9 9'), drawing('M1 1L5 5')]
    const given = withPictures(imported(), [first, second])
    const left = await purifyApart(given, limits, {
      content: async html => ({ ok: true, html }),
      drawing: async text => ({ ok: true, html: text.replace('M0 0', 'M7 7') }),
    })
    expect(left).toMatchObject({
      ok: true,
      value: {
        assets: [{ name: second.name }],
        html: given.html.replace(`<img src="assets/${first.name}" alt="a &gt; b">`, ''),
        article: { assets: [{ name: second.name }], provenance: { warnings: [expect.stringMatching(/for safety/)] } },
      },
    })
    expect(left.ok && left.value.article.cover).toBeUndefined()
  })

  it('loses a drawing that takes too much, and is not kept from its text by it', async () => {
    const [first, second] = [drawing('M0 0L9 9'), drawing('M1 1L5 5')]
    const given = withPictures(imported(), [first, second])
    for (const failure of ['not-started', 'too-long', 'too-much', 'ended', 'wrong'] as const) {
      const left = await purifyApart(given, limits, {
        content: async html => ({ ok: true, html }),
        drawing: async html => (html.includes('M0 0') ? { ok: false, failure } : { ok: true, html }),
      })
      expect(left).toMatchObject({ ok: true, value: { assets: [{ name: second.name }] } })
    }
    const cancelled = await purifyApart(given, limits, {
      content: async html => ({ ok: true, html }),
      drawing: async () => ({ ok: false, failure: 'cancelled' }),
    })
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('has for all of its drawings together the time that its content has', async () => {
    const pictures = ['M0 0L9 9', 'M1 1L5 5', 'M2 2L5 5'].map(drawing)
    const given: number[] = []
    let now = 0
    const left = await purifyApart(
      withPictures(imported(), pictures),
      limits,
      {
        content: async html => ({ ok: true, html }),
        drawing: async (html, time) => {
          given.push(time)
          now += 600
          return { ok: true, html }
        },
      },
      () => now,
    )
    expect(given).toEqual([1_000, 400])
    expect(left).toMatchObject({ ok: true, value: { assets: pictures.slice(0, 2).map(({ name }) => ({ name })) } })
  })

  it('is refused in words that say why', async () => {
    const refusal = async (failure: 'not-started' | 'too-long' | 'too-much' | 'ended') => {
      const refused = await purifyApart(
        imported(),
        limits,
        both(async () => ({ ok: false, failure })),
      )
      return refused.ok ? '' : refused.error.message
    }
    expect(await refusal('not-started')).toBe(
      'pain.html could not be imported: the process that looks through its content did not start. Try again. Nothing in the library was changed.',
    )
    expect(await refusal('too-long')).toBe(
      'pain.html took more than 1 seconds to look through and was given up. Nothing in the library was changed.',
    )
    expect(await refusal('too-much')).toMatch(/^pain\.html took more than 2048 MiB of memory/)
    expect(await refusal('ended')).toMatch(/^pain\.html could not be imported: the process .* ended/)
  })
})

describe('the top-level elements of content', () => {
  it('are those that the importer wrote, and joined they are the content', () => {
    const bytes = new TextEncoder().encode(
      `${page}<ul><li>a<ul><li>b</ul></ul><pre>a

      b</pre><table><tr><td>a<td></table><figure><p>x<figcaption>c</figcaption></figure><p>a &lt;b&gt; c`,
    )
    const made = importHtml(bytes, { fileName: 'x', id: 'x', now: '', importer: '' })
    if (!made.ok) throw new Error(made.error.message)
    expect(topLevelElements(made.value.html)).toEqual(made.value.elements.filter(element => element !== ''))
    for (const odd of ['', 'words', '</p>\n</p>\n', '<p>', '<p>a</p><p>b</p>\n', '<br>\n<img src="x">\n'])
      expect(topLevelElements(odd).join('')).toBe(odd)
  })
})
