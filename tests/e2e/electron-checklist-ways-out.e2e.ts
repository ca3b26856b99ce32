import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import type { Page } from '@playwright/test'
import { FUSES } from '../../scripts/package/program-folder.mjs'
import { expect, test } from './application.ts'
import { countingServer } from './counting-server.ts'

/** Asked of the page itself: a locator waits for a navigation that was refused. A page on its way shows none. */
const showsArticle = (page: Page): Promise<boolean> =>
  page.evaluate(() => (document.querySelector('#article')?.textContent ?? '') !== '').catch(() => false)

test('there is no way out of the window but those that Electron’s security checklist leaves, in points 13 to 19', async ({
  pathmark,
}) => {
  const { app, page } = await pathmark.start()
  const server = await countingServer()
  await app.evaluate(({ dialog, shell }) => {
    const seen = { asked: [] as string[], opened: [] as string[] }
    Object.assign(globalThis, { seen })
    dialog.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
      seen.asked.push(detail)
      return { response: 0, checkboxChecked: false }
    }) as unknown as typeof dialog.showMessageBox
    shell.openExternal = async address => void seen.opened.push(address)
  })

  await test.step('13. the window goes nowhere', async () => {
    for (const address of [
      server.address,
      'file:///etc/passwd',
      'data:text/html,x',
      'blob:pathmark-app://window/1',
      'javascript:void(document.body.textContent = 1)',
      'pathmark-app://window/assets/',
    ])
      await page.evaluate(to => void setTimeout(() => location.assign(to)), address)
    await page.evaluate(() => {
      const form = document.createElement('form')
      form.action = 'https://example.org/'
      document.body.append(form)
      form.submit()
      form.remove()
    })
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 300)))
    expect(page.url()).toBe('pathmark-app://window/index.html')
    expect(await showsArticle(page)).toBe(true)
    // Electron cannot prevent this one; the window comes back from it by itself.
    await page.evaluate(() => {
      Object.assign(globalThis, { before: true })
      setTimeout(() => location.assign('about:blank'))
    })
    await expect.poll(() => page.evaluate(() => !('before' in globalThis)).catch(() => false)).toBe(true)
    await expect.poll(() => showsArticle(page)).toBe(true)
    expect(page.url()).toBe('pathmark-app://window/index.html')
  })

  await test.step('14. and opens no other window', async () => {
    expect(await page.evaluate(to => window.open(to), server.address)).toBeNull()
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull()
    await page.evaluate(to => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_blank' })
      document.body.append(link)
      link.click()
      link.dispatchEvent(new MouseEvent('click', { button: 1, ctrlKey: true, bubbles: true }))
      link.remove()
    }, server.address)
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  await test.step('15. nothing is opened outside unless the reader was asked and said yes', async () => {
    const answers = await page.evaluate(() =>
      Promise.all(
        ['file:///etc/passwd', 'javascript:1', 'smb://a/b', 'https://a@example.org/'].map(address =>
          window.pathmark.call('link.open', { address }),
        ),
      ),
    )
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false])
    await page.evaluate(() => window.pathmark.call('link.open', { address: 'https://example.org/asked' }))
    expect(await app.evaluate(() => (globalThis as unknown as { seen: unknown }).seen)).toEqual({
      asked: ['https://example.org/asked'],
      opened: [],
    })
  })

  await test.step('16. the version of Electron is the declared one, or the window warns of it', async () => {
    const { version: declared } = createRequire(import.meta.url)('electron/package.json') as { version: string }
    const running = await app.evaluate(() => process.versions['electron'] ?? '')
    const folder = await app.evaluate(({ app: program }) => program.getPath('exe'))
    const about = await page.evaluate(() => window.pathmark.call('app.about', undefined))
    const warning = about.ok ? about.value.runtimeWarning : null
    if (existsSync(join(dirname(folder), 'FALLBACK.json'))) expect(warning).toContain(running)
    else expect([running, warning]).toEqual([declared, null])
  })

  await test.step('17. a call is answered to the window’s own page only', async () => {
    const answer = await app.evaluate(async ({ BrowserWindow, app: program }) => {
      const preload = `${program.getAppPath()}/out/preload/index.cjs`
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      try {
        await other.loadURL('about:blank')
        return (await other.webContents.executeJavaScript(
          "window.pathmark.call('app.about', undefined).then(answer => answer.error.code)",
        )) as unknown
      } finally {
        other.destroy()
      }
    })
    expect(answer).toBe('wrong-sender')
  })

  await test.step('18. no page comes from a file, nor from the network: the second wall alone', async () => {
    const loaded = await app.evaluate(
      async ({ BrowserWindow }, addresses) => {
        const other = new BrowserWindow({ show: false })
        const outcomes: string[] = []
        for (const address of addresses)
          outcomes.push(
            await other.loadURL(address).then(
              () => `loaded ${address}`,
              (error: Error) => error.message,
            ),
          )
        other.destroy()
        return outcomes
      },
      [server.address, 'file:///etc/passwd', 'pathmark-app://window/index.html', 'pathmark-app://window/assets/'],
    )
    expect(loaded).toEqual([
      expect.stringContaining('ERR_'),
      expect.stringContaining('ERR_'),
      expect.stringContaining('ERR_'),
      expect.stringContaining('ERR_'),
    ])
    expect(page.url()).not.toMatch(/^file:/)
    // Without the content policy, from the window's own page.
    const debug = await page.context().newCDPSession(page)
    await debug.send('Page.setBypassCSP', { enabled: true })
    await page.evaluate(async to => {
      await fetch(to, { mode: 'no-cors' }).catch(() => {})
      await new Promise(resolve => {
        const picture = new Image()
        for (const name of ['load', 'error']) picture.addEventListener(name, resolve)
        picture.src = `${to}a.png`
      })
    }, server.address)
    await debug.send('Page.setBypassCSP', { enabled: false })
    await debug.detach()
    expect(server.requests()).toBe(0)
  })

  // Fuses belong to the packaged program; packaged-program.e2e.ts reads them back from it and tries what they forbid.
  await test.step('19. the fuses that packaging sets leave no Node, no inspector, no other code and no privileged files', () => {
    expect(FUSES).toMatchObject({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    })
  })

  server.close()
})
