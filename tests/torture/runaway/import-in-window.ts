import type { ElectronApplication, Page } from '@playwright/test'

interface Window {
  readonly app: ElectronApplication
  readonly page: Page
}

/** Imports files as a reader does, with the dialog for choosing them answered; does not wait for what they come to. */
export const importFiles = async ({ app, page }: Window, paths: readonly string[]): Promise<void> => {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, paths)
  await page.keyboard.press('Control+o')
}

/** Bytes of memory that import processes hold now, by their number; empty when there is none. */
export const importProcesses = ({ app }: Pick<Window, 'app'>): Promise<readonly number[]> =>
  app.evaluate(({ app: program }) =>
    program
      .getAppMetrics()
      .filter(({ name, serviceName }) => name === 'Pathmark import' || serviceName === 'Pathmark import')
      .map(({ memory }) => memory.workingSetSize * 1024),
  )
