export const DRAWING_NAMESPACE = 'http://www.w3.org/2000/svg'

/** How every kept drawing begins. Its size follows: `width`, `height` and `viewBox`. */
export const DRAWING_START = `<svg xmlns="${DRAWING_NAMESPACE}" width="`
