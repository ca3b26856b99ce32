/**
 * Looks through a page, its shadow trees included, for what neither an article nor a note may bring into it. Handed to a page as it
 * stands, and so may use nothing from outside of itself. Gives a line for each thing found.
 */
export const findForeign = (): readonly string[] => {
  const found: string[] = []
  const never = 'iframe,frame,object,embed,applet,portal,base,template,marquee,isindex,noscript,xmp,plaintext'
  const content = '#article *'
  const mathMl = 'http://www.w3.org/1998/Math/MathML'
  const ownPicture = /^(?:data:image\/|pathmark-app:\/\/window\/article\/[\da-f]{32}\/[\da-f]{64}\.[a-z]+$)/
  // What the window itself puts around parts of an article.
  const around = '.chunk, .chunk-group, .table-scroll'
  const go = (root: ParentNode, inNote: boolean): void => {
    for (const element of root.querySelectorAll('*')) {
      const say = (what: string): void => void found.push(`${what}: ${element.outerHTML.slice(0, 160)}`)
      const isContent = inNote || (element.matches(content) && !element.matches(around))
      if (element.matches(never)) say('element')
      // Formulas stand in articles, and hold nothing but their own elements.
      if (element.matches('math') && !element.matches(content)) say('element')
      if (element.matches('math *') && element.namespaceURI !== mathMl) say('element in a formula')
      if (element.matches('script') && !(element.getAttribute('src') ?? '').startsWith('./assets/')) say('script')
      if (element.matches('body link, body meta')) say('link or meta')
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || ['srcdoc', 'ping', 'formaction', 'action', 'background'].includes(name)) say(name)
        if (!isContent) continue
        if (['style', 'srcset', 'poster', 'name', 'is', 'slot'].includes(name)) say(name)
        if (name === 'href' && !/^(?:https?:|mailto:|#[bs]\d+$)/i.test(value)) say('address')
        if (name === 'src' && !ownPicture.test(value)) say('source')
        if (name === 'id' && !/^[bs]\d+$/.test(value)) say('id')
      }
      if (isContent && element.matches('style, svg, form, input, button, textarea, video, audio, dialog'))
        say('element')
      if (element.shadowRoot !== null) go(element.shadowRoot, element.localName === 'markdown-text')
    }
  }
  go(document, false)
  return found
}
