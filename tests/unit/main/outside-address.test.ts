import { describe, expect, it } from 'vitest'
import { outsideAddress } from '../../../src/main/outside-address.ts'

describe('an address that leads out of the program', () => {
  it('is opened in the form that shows where it leads', () => {
    expect(outsideAddress('https://example.org/a?b#c')).toBe('https://example.org/a?b#c')
    expect(outsideAddress('HTTP://EXAMPLE.org')).toBe('http://example.org/')
    expect(outsideAddress('https://ex\u0430mple.org/')).toBe('https://xn--exmple-4nf.org/')
    expect(outsideAddress('mailto:a@example.org?subject=Hello')).toBe('mailto:a@example.org?subject=Hello')
  })

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'vscode://file/etc/passwd',
    'pathmark-app://window/index.html',
    'https://example.org@evil.example/',
    'mailto:a@example.org?attach=/etc/passwd',
    'mailto:?to=a&Attachment=x',
    '/etc/passwd',
    '',
  ])('is not opened when it is %s', address => {
    expect(outsideAddress(address)).toBeNull()
  })
})
