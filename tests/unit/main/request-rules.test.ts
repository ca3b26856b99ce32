import { describe, expect, it } from 'vitest'
import { isAllowedRequest } from '../../../src/main/serving/request-rules.ts'
import type { AskedRequest } from '../../../src/main/serving/request-rules.ts'

const WINDOW = 1
const PAGE = 'pathmark-app://window/index.html'
const PICTURE = `pathmark-app://window/article/${'0'.repeat(32)}/${'a'.repeat(64)}.png`

const script: AskedRequest = {
  url: 'pathmark-app://window/assets/main.js',
  method: 'GET',
  resourceType: 'script',
  webContentsId: WINDOW,
  frameAddress: PAGE,
  fromTopFrame: true,
}
const allowed = (changed: Partial<AskedRequest>, window: number | null = WINDOW): boolean =>
  isAllowedRequest({ ...script, ...changed }, window)

describe('a request is let through', () => {
  it('for the page itself, and for its files as what they are', () => {
    expect(allowed({ url: PAGE, resourceType: 'mainFrame' })).toBe(true)
    expect(allowed({})).toBe(true)
    expect(allowed({ url: 'pathmark-app://window/assets/a.css', resourceType: 'stylesheet' })).toBe(true)
    expect(allowed({ url: 'pathmark-app://window/assets/a.woff2', resourceType: 'font' })).toBe(true)
    expect(allowed({ url: PICTURE, resourceType: 'image' })).toBe(true)
    for (const kind of ['woff2', 'woff', 'ttf', 'otf'])
      expect(allowed({ url: PICTURE.replace('png', kind), resourceType: 'font' })).toBe(true)
    for (const kind of ['jpg', 'jpeg', 'gif', 'webp', 'avif'])
      expect(allowed({ url: PICTURE.replace('png', kind), resourceType: 'image' })).toBe(true)
  })

  it('for a worker, which has no frame', () => {
    expect(allowed({ resourceType: 'other', frameAddress: undefined, fromTopFrame: undefined })).toBe(true)
  })
})

describe('a request is refused', () => {
  it.each([
    ['leads to the network', { url: 'https://example.org/assets/main.js' }],
    ['leads to a file', { url: 'file:///etc/passwd.js' }],
    ['opens a socket', { url: 'wss://example.org/', resourceType: 'webSocket' }],
    ['opens the developer tools', { url: 'devtools://devtools/bundled/inspector.html', resourceType: 'mainFrame' }],
    ['sends something', { method: 'POST' }],
    ['comes from another page', { webContentsId: 2 }],
    ['comes from no page', { webContentsId: undefined }],
    ['comes from a frame inside the page', { fromTopFrame: false }],
    ['comes from a page of another origin', { frameAddress: 'pathmark-app://other/index.html' }],
    ['comes from a page that begins like ours', { frameAddress: 'pathmark-app://window.evil/index.html' }],
    ['comes from an empty page', { frameAddress: 'about:blank' }],
    ['loads the page into a frame', { url: PAGE, resourceType: 'subFrame', fromTopFrame: false }],
    ['loads the page as an object', { url: PAGE, resourceType: 'object' }],
    ['fetches the page', { url: PAGE, resourceType: 'xhr' }],
    ['goes to a file of the program as if it were a page', { resourceType: 'mainFrame' }],
    ['goes to a picture as if it were a page', { url: PICTURE, resourceType: 'mainFrame' }],
    ['fetches a file', { resourceType: 'xhr' }],
    ['fetches a picture', { url: PICTURE, resourceType: 'xhr' }],
    ['runs a picture', { url: PICTURE, resourceType: 'script' }],
    ['runs a picture as a worker', { url: PICTURE, resourceType: 'other' }],
    ['takes a picture for a style sheet', { url: PICTURE, resourceType: 'stylesheet' }],
    ['takes a script for a picture', { resourceType: 'image' }],
    ['takes a style sheet with the name of a script for one', { url: 'pathmark-app://window/assets/a.js.css' }],
    ['runs a style sheet', { url: 'pathmark-app://window/assets/a.js.css', resourceType: 'other' }],
    ['takes a script for a style sheet', { url: 'pathmark-app://window/assets/a.css.js', resourceType: 'stylesheet' }],
    ['takes a script for a font', { url: 'pathmark-app://window/assets/a.woff2.js', resourceType: 'font' }],
    [
      'takes a script for a picture by its name',
      { url: 'pathmark-app://window/assets/a.png.js', resourceType: 'image' },
    ],
    ['takes a style sheet from an article', { url: PICTURE.replace('png', 'css'), resourceType: 'stylesheet' }],
    ['loads the page from a frame inside it', { url: PAGE, resourceType: 'mainFrame', fromTopFrame: false }],
    ['reports a violation', { resourceType: 'cspReport', method: 'POST' }],
    ['is a ping', { resourceType: 'ping' }],
  ] satisfies [string, Partial<AskedRequest>][])('that %s', (_what, changed) => {
    expect(allowed(changed)).toBe(false)
  })

  it('while there is no window', () => {
    expect(allowed({}, null)).toBe(false)
  })
})
