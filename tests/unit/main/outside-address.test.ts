import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outsideAddress } from '../../../src/main/outside/outside-address.ts'
import { anyText } from './any-text.ts'

/** What is opened, or what the reader is told instead. */
const opened = (address: string): string => {
  const outside = outsideAddress(address)
  return outside.ok ? outside.value.address : outside.error.message
}
const detail = (address: string): string => {
  const outside = outsideAddress(address)
  return outside.ok ? outside.value.detail : ''
}

describe('an address that leads out of the program', () => {
  it('is opened in the form that shows where it leads', () => {
    expect(opened('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
    expect(opened('HTTP://EXAMPLE.org')).toBe('http://example.org/')
    expect(opened('mailto:a@example.org?subject=Hello')).toBe('mailto:a@example.org?subject=Hello')
  })

  it('is shown as it is opened', () => {
    expect(detail('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
    expect(outsideAddress('https://example.org:8443/a')).toMatchObject({
      value: { question: 'Open this address of example.org in your browser?', detail: 'https://example.org:8443/a' },
    })
  })

  it('is shown in the system’s letters, with a warning, when its name has others', () => {
    // The second letter is a Cyrillic one.
    const address = 'https://ex\u0430mple.org/'
    expect(opened(address)).toBe('https://xn--exmple-4nf.org/')
    expect(detail(address)).toMatch(/^https:\/\/xn--exmple-4nf\.org\/\n\nThe site’s name is written with other letters/)
  })

  it('is shown with what turns or hides text spelled out', () => {
    expect(detail('https://example.org/\u202egro.knab\u0000/\u200b')).toBe(
      'https://example.org/%E2%80%AEgro.knab%00/%E2%80%8B',
    )
    expect(detail('https://exam\nple.org/\tpath')).toBe('https://example.org/path')
    expect(detail(`mailto:a@example.org?subject=${encodeURIComponent('a\u202eb')}`)).toContain('Subject: a<U+202E>b')
  })

  it('has its host whole in the first line, however long it is', () => {
    const host = `${'long-name.'.repeat(23)}example.org`
    const lines = detail(`https://${host}/${'path/'.repeat(300)}`).split('\n')
    expect(lines[0]).toBe(`https://${host}`)
    expect(lines.slice(1, -1).every(line => line.length <= 76)).toBe(true)
    expect(lines).toHaveLength(12)
    expect(lines.at(-1)).toMatch(/^… and \d+ more characters$/)
  })

  it('stands in one line as long as it fits', () => {
    const site = 'https://example.org/'
    const fits = site.padEnd(76, 'a')
    expect(detail(fits)).toBe(fits)
    expect(detail(`${fits}a`)).toBe(`https://example.org\n/${'a'.repeat(57)}`)
  })

  it('is cut before what begins a new part of it, where that is not too near, and what is too much is counted', () => {
    const parts = `${'a'.repeat(60)}/${'b'.repeat(60)}?c=${'d'.repeat(100)}&e#f`
    expect(detail(`https://example.org/${parts}`).split('\n')).toEqual([
      'https://example.org',
      `/${'a'.repeat(60)}`,
      `/${'b'.repeat(60)}`,
      `?c=${'d'.repeat(73)}`,
      `${'d'.repeat(27)}&e#f`,
    ])
    const ten = `https://example.org/${'x'.repeat(76 * 10 - 1)}`
    expect(detail(ten).split('\n')).toHaveLength(11)
    expect(detail(`${ten}yyy`).split('\n').at(-1)).toBe('… and 3 more characters')
    expect(
      detail(`${ten}${'y'.repeat(80)}`)
        .split('\n')
        .at(-1),
    ).toBe('… and 80 more characters')
    expect(detail(`https://example.org/${'a'.repeat(75)}`).split('\n')).toEqual([
      'https://example.org',
      `/${'a'.repeat(75)}`,
    ])
    expect(detail(`https://example.org/${'a'.repeat(37)}/${'b'.repeat(60)}`).split('\n')[1]).toBe(
      `/${'a'.repeat(37)}/${'b'.repeat(37)}`,
    )
    expect(detail(`https://example.org/${'a'.repeat(38)}/${'b'.repeat(60)}`).split('\n')[1]).toBe(`/${'a'.repeat(38)}`)
  })

  it('is asked about by the name of its site, if that is of any length', () => {
    const question = (address: string): string => {
      const outside = outsideAddress(address)
      return outside.ok ? outside.value.question : ''
    }
    const name = `${'a'.repeat(60)}.${'b'.repeat(11)}.org`
    expect(question(`https://${name}/`)).toBe(`Open this address of ${name} in your browser?`)
    expect(question(`https://a${name}/`)).toBe('Open this address of a site with a long name in your browser?')
  })

  it('is cut into lines that together are the address', () => {
    const address = `https://example.org/${'part/'.repeat(40)}?${'a=b&'.repeat(40)}`
    expect(detail(address).split('\n').length).toBeGreaterThan(3)
    expect(detail(address).replaceAll('\n', '')).toBe(address)
  })
})

describe('a link to write a mail', () => {
  it('says to whom and what', () => {
    expect(outsideAddress('mailto:a@example.org,b@example.org?subject=One%20thing&body=x%0D%0Ay+z')).toEqual({
      ok: true,
      value: {
        address: 'mailto:a@example.org,b@example.org?subject=One%20thing&body=x%0D%0Ay%2Bz',
        question: 'Write a mail in your mail program?',
        detail: 'To: a@example.org, b@example.org\nSubject: One thing\nText: x\ny+z',
      },
    })
  })

  it.each([
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['mailto:a@example.org?', 'mailto:a@example.org'],
    ['mailto:a@example.org?&subject=x&', 'mailto:a@example.org?subject=x'],
    ['mailto:a@example.org?subject=a=b', 'mailto:a@example.org?subject=a%3Db'],
    ['mailto:a@example.org?subject', 'mailto:a@example.org?subject='],
    ['mailto:a@localhost', 'mailto:a@localhost'],
    ['mailto:a.b+c@mail-1.example.org', 'mailto:a.b%2Bc@mail-1.example.org'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
    ['mailto:a@example.org?body=x%0Dy%0A%09z', 'mailto:a@example.org?body=x%0D%0Ay%0D%0A%09z'],
    ['mailto:a@b.c,a@b.c,a@b.c,a@b.c,a@b.c', 'mailto:a@b.c,a@b.c,a@b.c,a@b.c,a@b.c'],
  ])('%s is opened as %s', (address, as) => {
    expect(opened(address)).toBe(as)
  })

  it('shows what hides in its text by numbers of four digits at least', () => {
    expect(detail('mailto:a@example.org?subject=a%C2%ADb')).toContain('Subject: a<U+00AD>b')
  })

  it('says why it is not opened', () => {
    expect(outsideAddress('mailto:a@example.org,b')).toEqual({
      ok: false,
      error: {
        code: 'bad-payload',
        message: 'The link was not opened: it is a mail link without a plain mail address.',
      },
    })
    expect(opened('mailto:a@example.org?cc=b@example.org')).toBe(
      'The link was not opened: it would fill in more of a mail than its subject and text, copies or attachments for example.',
    )
  })

  it.each([
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:a@example.org?subject=x&Attachment=/etc/passwd',
    'mailto:a@example.org?cc=b@example.org',
    'mailto:a@example.org?BCC=b@example.org',
    'mailto:a@example.org?%62cc=b@example.org',
    'mailto:a@example.org?to=b@example.org',
    'mailto:a@example.org?in-reply-to=x',
    'mailto:a@example.org?subject=x%0D%0ABcc:%20b@example.org',
    'mailto:a@example.org?subject=x%00',
    'mailto:a@example.org?subject=%E0%A4%A',
    'mailto:?to=a&Attachment=x',
    'mailto:a@example.org#x',
    'mailto:',
    'mailto:a',
    'mailto:-attach@example.org',
    'mailto:a@example.org%0D%0ABcc:b@example.org',
    'mailto:%22a%20--attach%20/etc/passwd%22@example.org',
    'mailto:a@example.org%20--attach=/etc/passwd',
    `mailto:${Array.from({ length: 6 }, (_, index) => `a${index}@example.org`).join(',')}`,
  ])('is not opened when it is %s', address => {
    expect(outsideAddress(address)).toMatchObject({ ok: false, error: { message: /^The link was not opened: / } })
  })
})

describe('an address is not opened', () => {
  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:https://example.org/1',
    'view-source:https://example.org',
    'smb://server/share',
    'ms-msdt:/id',
    'search-ms:query=x',
    'vscode://file/etc/passwd',
    'ftp://example.org/',
    'tel:123',
    'pathmark://open/a',
    'pathmark-app://window/index.html',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'about:blank',
    '//example.org/',
    '/etc/passwd',
    '',
  ])('when it is %j', address => {
    expect(outsideAddress(address)).toMatchObject({ ok: false, error: { message: /^The link was not opened: / } })
  })

  it('and the reader is told why', () => {
    expect(opened('example.org')).toBe('The link was not opened: it is not a whole address.')
    expect(opened('tel:a@example.org')).toBe(
      'The link was not opened: Pathmark opens only plain web and mail addresses outside; this link is neither.',
    )
    expect(opened('https://a@evil.example/')).toContain('it has a name before an @, “a”')
    expect(opened('https://:b@evil.example/')).toContain('It would lead to evil.example.')
    expect(opened(`https://${'a'.repeat(100)}@evil.example/`)).toContain(`“${'a'.repeat(76)}”`)
  })

  it('when something stands before the site that could be taken for it; where it leads is said', () => {
    expect(opened('https://example.org@evil.example/')).toMatch(/“example\.org”.*It would lead to evil\.example\./)
    expect(opened('https://a:b@evil.example:8080/')).toMatch(/It would lead to evil\.example:8080\./)
  })
})

it('gives the system nothing but an address of one of three kinds, in characters that are seen, for any text whatever', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'https://',
      'http:',
      'mailto:',
      'a@b.org',
      '?subject=',
      '&',
      '%0d%0a',
      '@',
      '/',
      'ex\u0430mple.org',
      '\u202e',
    ),
    anyText(6),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
      const outside = outsideAddress(pieces.join(''))
      if (!outside.ok) return
      expect(outside.value.address).toMatch(/^(?:https?:\/\/|mailto:)[\u0021-\u007e]+$/)
      expect(outside.value.detail).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
    }),
    { numRuns: 1_000 },
  )
}, 30_000)
