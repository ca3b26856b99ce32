import { describe, expect, it } from 'vitest'
import { windowFile } from '../../../src/main/window-file.ts'

const FOLDER = '/program/out/renderer'

describe('the files that the window may load', () => {
  it.each([
    ['pathmark-app://window/index.html', '/program/out/renderer/index.html'],
    ['pathmark-app://window/assets/main-abc.js', '/program/out/renderer/assets/main-abc.js'],
    ['pathmark-app://window/assets/a%20b.css', '/program/out/renderer/assets/a b.css'],
  ])('%s is %s', (address, file) => {
    expect(windowFile(address, FOLDER)).toBe(file)
  })

  it.each([
    'pathmark-app://window/..%2fmain/index.js',
    'pathmark-app://window/..%5cmain/index.js',
    'pathmark-app://window/%2e%2e/%2e%2e/etc/passwd%00.html',
    'pathmark-app://window/assets/%00',
    'pathmark-app://window//etc/passwd',
    'pathmark-app://window/assets//main.js',
    'pathmark-app://window/%252e%252e/main/index.js',
    'pathmark-app://window/%E0%A4%A',
    'pathmark-app://other/index.html',
    'pathmark-app://window.evil/index.html',
    'file:///etc/passwd',
    'https://window/index.html',
    'pathmark-app://window/',
  ])('%s leads nowhere', address => {
    expect(windowFile(address, FOLDER)).toBeNull()
  })
})
