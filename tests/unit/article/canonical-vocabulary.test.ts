import { describe, expect, it } from 'vitest'
import { isCanonicalValue, purifierOptions, strictAttributes } from '#core/article/canonical-vocabulary.ts'

const picture = `assets/${'0'.repeat(64)}.png`

describe('what an attribute of canonical content may say', () => {
  it.each([
    ['id', 'b1'],
    ['id', 's12'],
    ['data-block', 'b30'],
    ['role', 'doc-subtitle'],
    ['href', 'http://example.org/'],
    ['href', 'https://example.org/?a=b#c'],
    ['href', 'HTTPS://EXAMPLE.ORG/'],
    ['href', 'mailto:someone@example.org'],
    ['href', '#b10'],
    ['href', '#s2'],
    ['src', 'data:image/png;base64,iVBORw0K'],
    ['src', 'data:image/jpeg;base64,AB+/=='],
    ['src', 'data:image/gif;base64,A'],
    ['src', 'data:image/webp;base64,A'],
    ['src', 'data:image/avif;base64,A'],
    ['title', 'javascript:whatever is only words here'],
  ])('%s may be %s', (attribute, value) => {
    expect(isCanonicalValue(attribute, value)).toBe(true)
  })

  it.each([
    ['id', 'article'],
    ['id', 'my-b1'],
    ['id', 'b1x'],
    ['id', 'b'],
    ['id', 'B1'],
    ['data-block', 's1'],
    ['data-block', 'b'],
    ['data-block', 'ab1'],
    ['data-block', 'b1 '],
    ['role', 'dialog'],
    ['role', 'x-doc-subtitle'],
    ['role', 'doc-subtitle alert'],
    ['href', 'javascript:alert(1)//https://example.org/'],
    ['href', 'javascript:x//mailto:'],
    ['href', ' https://example.org/'],
    ['href', 'https:example.org'],
    ['href', '//example.org/'],
    ['href', '/etc/passwd'],
    ['href', 'file:///etc/passwd'],
    ['href', 'data:text/html,x'],
    ['href', '#article'],
    ['href', '#b1x'],
    ['href', '#b'],
    ['href', '#'],
    ['href', ''],
    ['src', 'https://example.org/x.png'],
    ['src', 'https://example.org/data:image/png;base64,AAAA'],
    ['src', 'data:image/svg+xml;base64,AAAA'],
    ['src', 'data:text/html;base64,AAAA'],
    ['src', 'data:image/png,AAAA'],
    ['src', 'data:image/png;base64,'],
    ['src', 'data:image/png;base64,=='],
    ['src', 'data:image/png;base64,AA"><script>'],
    ['src', 'data:image/png;base64,AA==AA'],
    ['src', `../${picture}`],
    ['src', 'assets/picture.png'],
    ['src', ''],
  ])('%s may not be %j', (attribute, value) => {
    expect(isCanonicalValue(attribute, value)).toBe(false)
  })

  it('names each attribute whose value counts', () => {
    expect(strictAttributes).toEqual(expect.arrayContaining(['id', 'data-block', 'role', 'href', 'src', 'display']))
  })
})

describe('what the purifier is told', () => {
  const { ALLOWED_URI_REGEXP: address } = purifierOptions

  it('looks at the addresses of links and pictures, and at no other attribute', () => {
    expect(purifierOptions.ADD_URI_SAFE_ATTR).toContain('title')
    expect(purifierOptions.ADD_URI_SAFE_ATTR).not.toContain('href')
    expect(purifierOptions.ADD_URI_SAFE_ATTR).not.toContain('src')
  })

  it('takes attributes of the list alone', () => {
    expect(purifierOptions).toMatchObject({ ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false })
    expect(purifierOptions.ALLOWED_ATTR.filter(name => /^(?:on|style$|class$|aria-)/.test(name))).toEqual([])
    expect(purifierOptions.ALLOWED_ATTR.filter(name => name.startsWith('data-'))).toEqual(['data-block'])
  })

  it.each(['http://a', 'https://a', 'mailto:a', '#b1', picture, 'data:image/png;base64,A', 'data:image/avif;base64,A'])(
    'lets %s be an address',
    value => {
      expect(address.test(value)).toBe(true)
    },
  )

  it.each(['javascript:https:', 'x#b1', 'ftp://a', 'data:image/svg+xml;base64,A', 'data:text/html,a', '../assets/a'])(
    'does not let %s be an address',
    value => {
      expect(address.test(value)).toBe(false)
    },
  )
})
