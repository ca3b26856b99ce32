import { orderPort } from './order-port.ts'
import { serveTask } from './serve-task.ts'
import { warmImporter } from './warm-importer.ts'

/** The work of an import process. A fault in it ends the process, as any fault in a program does that nobody takes. */
serveTask(orderPort(), warmImporter).catch((fault: unknown) => {
  setImmediate(() => {
    throw fault
  })
})
