/**
 * Does what a reader's hand might: points at, focuses, clicks and copies every element. Handed to a page as it stands, and so may use
 * nothing from outside of itself.
 * @param selector of the elements below which everything is touched, in shadow trees, too; frames of the same origin as well
 */
export const touchEverything = (selector: string): number => {
  const events = ['pointerover', 'mouseover', 'mouseenter', 'pointerdown', 'mousedown', 'mouseup', 'copy', 'wheel']
  const more = ['focusin', 'animationstart', 'beforeinput', 'scroll', 'pointermove', 'contextmenu']
  let touched = 0
  // Elements can be named after their own methods, so that these are taken from where nothing in the page can put another.
  const dispatch = (element: Element, event: Event): boolean => EventTarget.prototype.dispatchEvent.call(element, event)
  const touch = (element: Element): void => {
    touched += 1
    for (const name of [...events, ...more]) dispatch(element, new Event(name, { bubbles: true, cancelable: true }))
    if ('focus' in element && typeof element.focus === 'function')
      (element as HTMLElement).focus({ preventScroll: true })
    // A click may take the whole page away; what it would run counts, where it would go does not.
    if (!Element.prototype.matches.call(element, '[target=_top], [download]'))
      dispatch(element, new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
  const go = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      touch(element)
      if (element.shadowRoot !== null && element.shadowRoot instanceof ShadowRoot) go(element.shadowRoot)
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null
      // An element of another language can have this name, too, and has no document.
      if (inner != null) go(inner)
    }
  }
  for (const root of document.querySelectorAll(selector)) go(root)
  return touched
}
