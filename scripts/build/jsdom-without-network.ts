import type { Plugin } from 'vite'

/** The modules of jsdom that talk to the network, of which the purifier at import has no use. */
const networkParts = /\/jsdom\/lib\/jsdom\/living\/(?:xhr\/XMLHttpRequest|websockets\/WebSocket)-impl\.js$/

/**
 * Builds jsdom without XMLHttpRequest and WebSocket: the first looks for a file beside itself, which a bundle does not have, and
 * neither has a place in a program that opens no connection.
 */
export const jsdomWithoutNetwork: Plugin = {
  name: 'jsdom-without-network',
  enforce: 'pre',
  load: {
    filter: { id: networkParts },
    handler: () => 'exports.implementation = class {}',
  },
}
