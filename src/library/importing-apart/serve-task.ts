import type { ImportTask } from './import-process.ts'
import type { OrderPort } from './order-port.ts'
import { serveImport } from './serve-import.ts'
import type { LoadImporter } from './serve-import.ts'

/** Does what the process was started for, which its last parameter says. */
export const serveTask = async (port: OrderPort, load: LoadImporter): Promise<void> => {
  const task = process.argv.at(-1) as ImportTask
  if (task === 'read') return serveImport(port, load)
  // Loaded when it is needed: it is most of what there is to load.
  const { servePurifying } = await import('./serve-purifying.ts')
  return servePurifying(port)
}
