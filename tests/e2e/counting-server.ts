import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that answers with a page whose script would run, and counts what reaches it. */
export const countingServer = async () => {
  let requests = 0
  const server = createServer((_request, response) => {
    requests++
    response.end('<!doctype html><script>globalThis.ran = true</script>')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, requests: () => requests, close: () => server.close() }
}
