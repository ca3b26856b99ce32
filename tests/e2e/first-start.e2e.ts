import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './application.ts'

test('the first start shows the bundled article with its six mechanisms', async ({ pathmark }) => {
  const { page } = await pathmark.start()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/stem cells/i)
  await expect(page.getByRole('tab', { name: /mechanisms/i })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel', { name: /mechanisms/i }).getByRole('article')).toHaveCount(6)
  expect(existsSync(join(pathmark.library, 'library.json'))).toBe(true)
})

test('the window is sandboxed, isolated and has no Node', async ({ pathmark }) => {
  const { app, page } = await pathmark.start()
  const renderer = await app.evaluate(({ BrowserWindow, app: program }) => {
    const [window] = BrowserWindow.getAllWindows()
    const id = window?.webContents.getOSProcessId()
    return {
      sandboxed: program.getAppMetrics().find(metric => metric.pid === id)?.sandboxed,
      noSandboxSwitch: program.commandLine.hasSwitch('no-sandbox'),
      pid: id,
    }
  })
  expect(renderer.noSandboxSwitch).toBe(false)
  expect(
    await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter(name => name in globalThis)),
  ).toEqual([])
  expect(await page.evaluate(() => Object.keys(globalThis.window).filter(name => name === 'pathmark'))).toEqual([
    'pathmark',
  ])
  // Chromium's sandbox on Linux leaves a renderer under a seccomp filter (mode 2) in a user namespace of its own.
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(`/proc/${renderer.pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
})
