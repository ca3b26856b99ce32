/**
 * What pdf.js asks of a browser while its module loads. Reading text draws nothing, so that a name is enough; this has to be imported
 * before it.
 */
const names = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown }
names.DOMMatrix ??= Object
names.ImageData ??= Object
names.Path2D ??= Object
