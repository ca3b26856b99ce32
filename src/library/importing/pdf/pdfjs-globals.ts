/**
 * What pdf.js asks of a browser while its module loads. Reading text draws nothing, so that a name is enough; this has to be imported
 * before it.
 */
const names = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown }
names.DOMMatrix ??= Object
names.ImageData ??= Object
names.Path2D ??= Object

const { push } = Array.prototype
const { parse, stringify } = JSON

/**
 * Takes back what pdf.js's build for older browsers puts in the place of functions that Node has: its `push` and its JSON are written
 * in JavaScript, mend what nobody here meets, and make everything in the process slower. Called when it has loaded.
 */
export const putBackOwnFunctions = (): void => {
  Object.assign(Array.prototype, { push })
  Object.assign(JSON, { parse, stringify })
}
