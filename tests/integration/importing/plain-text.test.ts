import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCanonical } from '#library/importing/check-canonical.ts'
import { partsOf } from '#library/importing/plain-text/paragraphs.ts'
import { decodePlainText } from '#library/importing/plain-text/decode-plain-text.ts'
import { recogniseFormat } from '#library/importing/recognise-format.ts'
import { importText } from './read-text.ts'

describe('plain text', () => {
  it('joins lines that a machine had broken, and leaves those of verse and addresses', () => {
    const { blocks } = importText(`A first paragraph whose lines were broken where they reached
the width of the paper, so that they belong together as one long-
lasting thought.

Roses are red
Violets are blue
`)
    expect(blocks).toEqual([
      'paragraph: A first paragraph whose lines were broken where they reached the width of the paper, so that they belong together as one long-lasting thought.',
      'paragraph: Roses are red\nViolets are blue',
    ])
  })

  it('takes each long line for a paragraph where there are no blank lines', () => {
    const long = 'This line is a whole paragraph, as programs without line breaks of their own write it. '
      .repeat(3)
      .trim()
    expect(importText(`${long}\n${long}\n${long}`).blocks).toEqual(Array(3).fill(`paragraph: ${long}`))
  })

  it('tells headings, lists and what is indented', () => {
    const { blocks, html, metadata } = importText(`The title of it

INTRODUCTION

Some words.

Methods
-------

- one
  that goes on
- two

3. three
4. four

    code {
      x
    }

======

The end.
`)
    expect(metadata.title).toBe('The title of it')
    expect(blocks).toEqual([
      'heading: The title of it',
      'heading: INTRODUCTION',
      'paragraph: Some words.',
      'heading: Methods',
      'list-item: one that goes on',
      'list-item: two',
      'list-item: three',
      'list-item: four',
      'preformatted:     code {\n      x\n    }',
      'paragraph: The end.',
    ])
    expect(html).toContain('<ol start="3">')
    expect(html).toContain('<h1')
    expect(html).toContain('<h2')
  })

  it('keeps markup as the characters that it is', () => {
    const { article, html, blocks } = importText('a <b>bold</b> & <script>alert(1)</script>')
    expect(blocks).toEqual(['paragraph: a <b>bold</b> & <script>alert(1)</script>'])
    expect(checkCanonical(article, html)).toEqual([])
  })

  it('has no title of a first line that ends like a sentence in Japanese', () => {
    expect(importText('空は青かった。\n\n次の日は雨でした。\n').metadata.title).toBe('the file')
  })

  it('is called after its file when it begins like any text', () => {
    expect(importText('It begins with a sentence.\n\nAnd goes on.').metadata.title).toBe('the file')
  })

  it('is told apart in time that grows with its length alone, however many headings stand below each other', () => {
    const { article, blocks } = importText('A part\n======\n'.repeat(3_000))
    expect(article.sections.length).toBeGreaterThan(3_000)
    expect(blocks.at(-1)).toBe('heading: A part')
    const rules = partsOf('-----\n'.repeat(100_000))
    expect(rules.length).toBeGreaterThan(0)
  })

  it('loses no word of any text', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'alpha',
            'Beta',
            'GAMMA',
            '-',
            '1.',
            '====',
            '    in',
            '\n',
            '\n\n',
            ' ',
            '\t',
            'long-',
            '\r\n',
            '\f',
          ),
          {
            minLength: 1,
            maxLength: 60,
          },
        ),
        parts => {
          const text = `start ${parts.join(' ')}`
          // The number before an item is the list's.
          const wanted = words(text).filter(word => word !== '1')
          expect(words(importText(text).article.text).filter(word => word !== '1')).toEqual(wanted)
        },
      ),
    )
  })
})

describe('the encoding of a text that does not say it', () => {
  const legacy = (label: string, text: string): Uint8Array => {
    // All characters of an encoding of one byte, by the bytes that stand for them.
    const bytes = new Map(
      Array.from({ length: 256 }, (_, byte) => [new TextDecoder(label).decode(Uint8Array.of(byte)), byte]),
    )
    return Uint8Array.from(text, character => bytes.get(character) ?? 0x3f)
  }
  const russian = 'Стволовые клетки уменьшают боль и воспаление вокруг повреждённого нерва. '.repeat(4)
  const polish =
    'Komórki macierzyste zmniejszają ból i zapalenie wokół uszkodzonego nerwu, już po kilku tygodniach źle śpiących. '.repeat(
      4,
    )
  const greek = 'Τα βλαστικά κύτταρα μειώνουν τον πόνο και τη φλεγμονή γύρω από το νεύρο. '.repeat(4)

  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['windows-1253', greek],
    ['iso-8859-2', polish],
  ])('%s is recognised by its letters', (label, text) => {
    expect(decodePlainText(legacy(label, text)).text).toBe(text)
  })

  /** Bytes of a text in an encoding of pairs: looked up in what the decoder makes of every pair. */
  const paired = (label: string, text: string): Uint8Array => {
    const decoder = new TextDecoder(label)
    const pairs = new Map<string, readonly number[]>()
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let trail = 0x40; trail <= 0xfe; trail += 1)
        pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    return Uint8Array.from([...text].flatMap(character => pairs.get(character) ?? [character.charCodeAt(0)]))
  }

  it.each([
    ['shift_jis', '幹細胞は神経の痛みを和らげることがある。移植された細胞は炎症を下げ、数週間で痛みが減った。'],
    ['euc-jp', '幹細胞は神経の痛みを和らげることがある。移植された細胞は炎症を下げ、数週間で痛みが減った。'],
    ['gb18030', '干细胞能够减轻神经病理性疼痛。移植的细胞降低受损神经周围的炎症，疼痛在数周后减轻。'],
    ['big5', '幹細胞能夠減輕神經痛。移植的細胞降低受損神經周圍的發炎，疼痛在數週後減輕。'],
    ['euc-kr', '줄기세포는 신경병증성 통증을 줄인다. 이식된 세포는 손상된 신경 주위의 염증을 낮춘다.'],
  ])('%s is recognised by its pairs of bytes', (label, text) => {
    expect(decodePlainText(paired(label, text)).text).toBe(text)
  })

  it.each(['utf-16le', 'utf-16be'] as const)('%s without a mark is recognised by its zeros', label => {
    const bytes = Buffer.from('Cells reduce pain.', 'utf16le')
    if (label === 'utf-16be') bytes.swap16()
    expect(decodePlainText(bytes)).toMatchObject({ text: 'Cells reduce pain.', encoding: label })
  })

  it.each(['utf-32le', 'utf-32be'] as const)('%s is recognised by its mark, and without one by its zeros', label => {
    const bytesOf = (text: string): Uint8Array => {
      const view = new DataView(new ArrayBuffer([...text].length * 4))
      for (const [at, character] of [...text].entries())
        view.setUint32(at * 4, character.codePointAt(0) ?? 0, label === 'utf-32le')
      return new Uint8Array(view.buffer)
    }
    const text = 'Zellen 😀 dämpfen\nSchmerz.'.repeat(3_000)
    for (const bytes of [bytesOf(`\ufeff${text}`), bytesOf(text)]) {
      expect(decodePlainText(bytes)).toEqual({ text, encoding: label, warnings: [] })
      expect(recogniseFormat(bytes)).toBe('text')
    }
    const cut = decodePlainText(bytesOf(`\ufeff${text}`).slice(0, -1))
    expect(cut.text).toBe(`${text.slice(0, -1)}\ufffd`)
    expect(cut.warnings).toEqual([`Some bytes are not valid ${label}; they are shown as “\ufffd”.`])
  })

  it.each(['utf-16le', 'utf-16be'] as const)('%s without a mark is no UTF-32 where lines are of one sign', label => {
    const bytesOf = (text: string): Uint8Array => {
      const view = new DataView(new ArrayBuffer(text.length * 2))
      for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), label === 'utf-16le')
      return new Uint8Array(view.buffer)
    }
    for (const text of ['1\n2\n3\n', '\n1\n2\n3\n4\n', '1\t2\t3\t4\t', '1\r2\r3\r4\r'])
      expect(decodePlainText(bytesOf(text))).toEqual({ text, encoding: label, warnings: [] })
  })

  it('is UTF-8 when all bytes are, however few', () => {
    expect(decodePlainText(new TextEncoder().encode('é'))).toEqual({ text: 'é', encoding: 'utf-8', warnings: [] })
  })

  it('is windows-1252 for a western letter', () => {
    const text = 'Der Schmerz läßt nach – “vielleicht” für Wochen, möglicherweise länger als früher.'
    const bytes = Uint8Array.from(
      text,
      character => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[character] ?? character.charCodeAt(0),
    )
    expect(decodePlainText(bytes).text).toBe(text)
  })

  const german = 'Später hörten die Männer Geräusche über der Brücke, und es wurde kühl. '
  const french = 'Les élèves étaient déjà là, où le maître les attendait près de la fenêtre. '
  /** The bytes of DOS for the letters of these texts (IBM, code pages 437 and 850). */
  const dos: Readonly<Record<string, number>> = {
    ä: 0x84,
    ö: 0x94,
    ü: 0x81,
    é: 0x82,
    è: 0x8a,
    à: 0x85,
    ù: 0x97,
    î: 0x8c,
    ê: 0x88,
  }

  it.each([
    ['an old Macintosh', 'macintosh', legacy('macintosh', german.repeat(4)), german.repeat(4)],
    ['an old Macintosh', 'macintosh', legacy('macintosh', french.repeat(4)), french.repeat(4)],
    ['DOS', 'cp850', Uint8Array.from(german.repeat(4), one => dos[one] ?? one.charCodeAt(0)), german.repeat(4)],
    ['DOS', 'cp850', Uint8Array.from(french.repeat(4), one => dos[one] ?? one.charCodeAt(0)), french.repeat(4)],
    ['DOS in Russia', 'ibm866', legacy('ibm866', russian), russian],
  ])('of %s is recognised by where in words its letters stand', (_, encoding, bytes, text) => {
    expect(decodePlainText(bytes)).toEqual({ text, encoding, warnings: [] })
  })

  it('of an old Macintosh may have quotation marks and apostrophes alone', () => {
    const text = 'It’s a “simple” test, isn’t it? She doesn’t say “no” to the café’s idea. '.repeat(3)
    expect(decodePlainText(legacy('macintosh', text)).text).toBe(text)
  })

  it('says so when it is not sure, as of a few letters', () => {
    expect(decodePlainText(legacy('macintosh', german)).warnings).toEqual([expect.stringContaining('may be wrong')])
    expect(
      decodePlainText(legacy('windows-1252', 'für die Schmerzen müssen Zellen über größere '.repeat(9))).warnings,
    ).toEqual([])
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(decodePlainText(bytes).text).toBeTypeOf('string')
      }),
    )
  })
})
