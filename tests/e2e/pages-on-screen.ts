import type { Running } from './application.ts'

/** Orders a file to be imported as a reader does. */
export const importByDialog = async ({ app, page }: Running, path: string): Promise<void> => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, path)
  await page.keyboard.press('Control+o')
}
