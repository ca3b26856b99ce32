import { readFileSync } from 'node:fs'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './application.ts'

/** Every permission of Electron 33 and 45 that a page could ask for. */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'usb',
  'window-management',
  'unknown',
  'fileSystem',
  'deprecated-sync-clipboard-read',
]

const preferencesOf = (app: ElectronApplication): Promise<Readonly<Record<string, unknown>>> =>
  app.evaluate(({ BrowserWindow }) => {
    // Not declared, and there all the same: what the window was really made with.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })

/** What comes of something that the page tries: its value, or `refused`. */
const tried = (page: Page, attempt: () => unknown): Promise<unknown> => page.evaluate(attempt).catch(() => 'refused')

test('the page is what Electron’s security checklist asks for, in points 1 to 12 and 20', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const preferences = await preferencesOf(app)

  await test.step('1. only secure content is loaded: all of it is the program’s own', async () => {
    await app.evaluate(({ session, BrowserWindow }) => {
      const loaded: string[] = []
      Object.assign(globalThis, { loaded })
      session.defaultSession.webRequest.onCompleted(({ url }) => void loaded.push(url))
      BrowserWindow.getAllWindows()[0]?.webContents.reloadIgnoringCache()
    })
    await page.waitForEvent('load')
    await expect(page.locator('#article')).not.toBeEmpty()
    const loaded = await app.evaluate(() => (globalThis as unknown as { loaded: readonly string[] }).loaded)
    expect(loaded).toContain(page.url())
    expect(
      loaded.filter(address => !/^pathmark-app:\/\/window\/(?:index\.html|assets\/[\w.-]+)$/.test(address)),
    ).toEqual([])
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
  })

  await test.step('2. no Node in the page, its frames and its workers', async () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
    })
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false)
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
      ),
    ).toEqual([])
  })

  await test.step('3. the preload script has a world of its own', async () => {
    expect(preferences['contextIsolation']).toBe(true)
    // Electron runs preload scripts in the world of this number. What the page does to its objects does not reach it.
    await page.evaluate(() => Object.assign(Array.prototype, { poisoned: true }))
    const reached = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScriptInIsolatedWorld(999, [
        { code: "'poisoned' in []" },
      ]),
    )
    await page.evaluate(() => Reflect.deleteProperty(Array.prototype, 'poisoned'))
    expect(reached).toBe(false)
  })

  await test.step('4. every process that shows a page is sandboxed', async () => {
    expect(preferences['sandbox']).toBe(true)
    const processes = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map(contents => contents.getOSProcessId()),
    )
    expect(processes).toHaveLength(1)
    // On Linux the sandbox leaves a process under a filter of system calls (mode 2).
    for (const id of processes) expect(readFileSync(`/proc/${id}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
    expect(await app.evaluate(({ app: program }) => program.commandLine.hasSwitch('no-sandbox'))).toBe(false)
  })

  await test.step('5. every permission is refused, asked for or looked up', async () => {
    const states = await page.evaluate(
      async names => {
        const answers: string[] = []
        for (const name of names) {
          try {
            const { state } = await navigator.permissions.query({ name: name as PermissionName })
            if (state !== 'denied') answers.push(`${name}: ${state}`)
          } catch {
            // The page does not know this name.
          }
        }
        return answers
      },
      [
        ...PERMISSIONS,
        'camera',
        'microphone',
        'push',
        'background-sync',
        'accelerometer',
        'screen-wake-lock',
        'local-fonts',
      ],
    )
    expect(states).toEqual([])
    expect(await tried(page, () => Notification.requestPermission())).toBe('denied')
    expect(await tried(page, () => navigator.mediaDevices.getUserMedia({ audio: true }))).toBe('refused')
    expect(await tried(page, () => navigator.mediaDevices.getDisplayMedia())).toBe('refused')
    expect(
      await tried(
        page,
        () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('no'))),
          ),
      ),
    ).toBe('refused')
    expect(await tried(page, () => navigator.clipboard.readText())).toBe('refused')
    expect(await tried(page, () => navigator.requestMIDIAccess())).toBe('refused')
    expect(await page.evaluate(() => 'showOpenFilePicker' in globalThis || 'showSaveFilePicker' in globalThis)).toBe(
      false,
    )
    await page.evaluate(() => void document.documentElement.requestFullscreen().catch(() => {}))
    expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
  })

  await test.step('6. the rules of origins are on', async () => {
    expect(preferences['webSecurity']).toBe(true)
    expect(await tried(page, () => fetch('file:///etc/passwd'))).toBe('refused')
  })

  await test.step('7. a content security policy without any source that is not the program’s own', async () => {
    const violations = await page.evaluate(async () => {
      const seen: string[] = []
      const note = (event: SecurityPolicyViolationEvent) => seen.push(event.effectiveDirective)
      document.addEventListener('securitypolicyviolation', note)
      const add = (name: string, attributes: Record<string, string>) => {
        const element = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) {
          try {
            element.setAttribute(key, value)
          } catch {
            // Trusted Types refuse this one already.
          }
        }
        document.body.append(element)
        return element
      }
      const added = [
        add('img', { src: 'https://example.org/a.png' }),
        add('link', { rel: 'stylesheet', href: 'https://example.org/a.css' }),
        add('iframe', { src: 'pathmark-app://window/index.html' }),
        add('object', { data: 'pathmark-app://window/index.html' }),
        add('embed', { src: 'pathmark-app://window/index.html' }),
        add('video', { src: 'https://example.org/a.mp4' }),
        add('base', { href: 'https://example.org/' }),
        add('p', { style: 'color: red' }),
        add('script', {}),
      ]
      const style = document.createElement('style')
      style.textContent = 'p { color: red }'
      document.body.append(style)
      await fetch('pathmark-app://window/index.html').catch(() => {})
      await new Promise(resolve => setTimeout(resolve, 300))
      for (const element of [...added, style]) element.remove()
      document.removeEventListener('securitypolicyviolation', note)
      return [...new Set(seen)]
    })
    expect(violations.toSorted()).toEqual(
      expect.arrayContaining([
        'base-uri',
        'connect-src',
        'frame-src',
        'img-src',
        'media-src',
        'style-src-attr',
        'style-src-elem',
      ]),
    )
    // Text becomes neither markup nor code.
    expect(
      await page.evaluate(() => {
        const refused = (attempt: () => unknown): boolean => {
          try {
            attempt()
            return false
          } catch (error) {
            return error instanceof TypeError
          }
        }
        const script = document.createElement('script')
        return [
          refused(() => (document.createElement('p').innerHTML = '<b>x</b>')),
          refused(() => document.createElement('p').insertAdjacentHTML('beforeend', '<b>x</b>')),
          refused(() => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
          refused(() => document.write('<b>x</b>')),
          refused(() => (script.src = 'assets/main.js')),
          refused(() => (script.text = 'globalThis.ran = true')),
          refused(() => script.setAttribute('onerror', 'globalThis.ran = true')),
          // oxlint-disable-next-line no-implied-eval -- it has to be refused
          refused(() => setTimeout('globalThis.ran = true')),
          refused(() => new Worker('data:text/javascript,0')),
        ]
      }),
    ).toEqual(Array.from({ length: 9 }, () => true))
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  })

  await test.step('8. no insecure content in a secure page', () => {
    expect(preferences['allowRunningInsecureContent']).toBe(false)
  })

  await test.step('9. no experimental features', () => {
    expect(preferences['experimentalFeatures']).toBe(false)
  })

  await test.step('10. no features of Blink’s that are off by default', () => {
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
  })

  await test.step('11. and 12. no web views, so none that opens windows or has options', async () => {
    expect(preferences['webviewTag'] ?? false).toBe(false)
    expect(await page.evaluate(() => document.createElement('webview').constructor.name)).toBe('HTMLElement')
  })

  await test.step('20. the page has two functions of the program’s, and nothing of Electron’s', async () => {
    expect(
      await page.evaluate(() => {
        const bridge = window.pathmark as unknown as Record<string, unknown>
        const own = Object.keys(bridge).toSorted()
        let changed = true
        try {
          bridge['call'] = null
          changed = bridge['call'] === null
        } catch {
          changed = false
        }
        return { own, changed, electron: 'electron' in globalThis || 'ipcRenderer' in globalThis }
      }),
    ).toEqual({ own: ['call', 'on'], changed: false, electron: false })
  })
})
