/** Fields have selections of their own, which are dragged as text. */
const isTextField = (element: Element): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

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
