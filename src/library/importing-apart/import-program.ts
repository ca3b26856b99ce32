import { orderPort } from './order-port.ts'
import { serveTask } from './serve-task.ts'
import { warmImporter } from './warm-importer.ts'

/** The start of an import process. */
await serveTask(orderPort(), warmImporter)
