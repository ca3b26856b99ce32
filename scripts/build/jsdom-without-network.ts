import type { Plugin } from 'vite'

const living =
  /\/jsdom\/lib\/jsdom\/living\/(?:xhr\/XMLHttpRequest-impl|websockets\/WebSocket-impl|crypto\/Crypto-impl|helpers\/(?:agent-factory|http-request))\.js$/

/**
 * Builds jsdom without what talks to the network and makes random numbers, of which the purifier at import has no use: XMLHttpRequest looks for a file beside itself,
 * which a bundle does not have, none of it has a place in a program that opens no connection, and it loads most of what Node has for HTTP and cryptography.
 */
export const jsdomWithoutNetwork: Plugin = {
  name: 'jsdom-without-network',
  enforce: 'pre',
  load: {
    filter: { id: living },
    handler: id => (id.includes('/helpers/') ? 'module.exports = class {}' : 'exports.implementation = class {}'),
  },
}
