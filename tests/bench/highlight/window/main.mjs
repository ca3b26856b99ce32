// Serves the built page under an address of its own, isolated so that its clock is fine. The driver opens and closes windows.
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, protocol } from 'electron'

const PAGE = process.env['PATHMARK_BENCH_PAGE'] ?? ''
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

protocol.registerSchemesAsPrivileged([{ scheme: 'bench', privileges: { standard: true, secure: true } }])

void app.whenReady().then(() =>
  protocol.handle('bench', async request => {
    const path = join(PAGE, new URL(request.url).pathname)
    return new Response(await readFile(path), {
      headers: {
        'content-type': TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? 'application/octet-stream',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    })
  }),
)
// Windows come and go; the driver ends the program.
app.on('window-all-closed', () => {})
