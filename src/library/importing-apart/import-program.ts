import { orderPort } from './order-port.ts'
import { serveImport } from './serve-import.ts'
import { warmImporter } from './warm-importer.ts'

/** The start of an import process. */
await serveImport(orderPort(), warmImporter)
