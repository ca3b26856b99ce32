/** The part of Trusted Types that is used here; what `createScriptURL` gives is taken by `Worker` where an address is wanted. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string }
}

/** Where the build puts the window's programs. */
const programPath = /^\/assets\/[\w.-]+\.js$/

/**
 * A worker's address, when it is a program of the page's own origin. Throws for any other one: the addresses are part of the
 * program, so that only a bug could bring one here.
 */
export const ownProgram = (address: string, page: string): string => {
  const { protocol, host, pathname, search, hash, href } = new URL(address, page)
  const own = new URL(page)
  if (protocol !== own.protocol || host !== own.host || search + hash !== '' || !programPath.test(pathname))
    throw new TypeError('A worker can only run one of the window’s own programs.')
  return href
}

let trust: ((address: string) => string) | null = null

/**
 * The one place where the window gives an address to something that runs it. The policy's name is in the content security policy.
 * Outside of a window that knows Trusted Types the address is only checked.
 */
const trustedAddress = (address: string): string => {
  if (trust === null) {
    const createScriptURL = (wanted: string): string => ownProgram(wanted, location.href)
    const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory }
    const policy = trustedTypes?.createPolicy('pathmark-workers', { createScriptURL })
    trust = wanted => policy?.createScriptURL(wanted) ?? createScriptURL(wanted)
  }
  return trust(address)
}

/** Starts a worker. Its `address` is what an import of its file with `?worker&url` gives. */
export const startOwnWorker = (address: string, name: string): Worker =>
  new Worker(trustedAddress(address), { type: 'module', name })
