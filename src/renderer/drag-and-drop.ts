/** Fields have selections of their own, which are dragged as text. */
const isTextField = (element: Element): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/**
 * Has files and folders imported that are dropped anywhere on the window. Their paths go from the preload script to the main process; the
 * page is not told of them.
 */
export const importDrops = (target: Document, importDropped: () => void): void => {
  const root = target.documentElement
  let inside = 0
  const mark = (event: DragEvent, change: number): void => {
    if (!hasFiles(event)) return
    inside = Math.max(0, inside + change)
    root.toggleAttribute('data-drop', inside > 0)
  }
  target.addEventListener('dragenter', event => mark(event, 1))
  target.addEventListener('dragleave', event => mark(event, -1))
  target.addEventListener('dragover', event => {
    if (event.dataTransfer !== null && hasFiles(event)) event.dataTransfer.dropEffect = 'copy'
  })
  target.addEventListener('drop', event => {
    inside = 0
    root.removeAttribute('data-drop')
    if (hasFiles(event)) importDropped()
  })
}

/**
 * Keeps what is dragged from doing more than it seems to: a file or link that is dropped on the window does not take the page's place, and a
 * link or picture that is dragged out of it does not become a file or an address elsewhere. Selected text can be dragged.
 */
export const confineDrags = (target: Document): void => {
  for (const name of ['dragover', 'drop'] as const) target.addEventListener(name, event => event.preventDefault())
  target.addEventListener('dragstart', event => {
    // A selection is dragged by one of its text nodes; anything else is dragged as the element that it is.
    const [dragged] = event.composedPath()
    if (dragged instanceof Element && !isTextField(dragged)) event.preventDefault()
  })
}
