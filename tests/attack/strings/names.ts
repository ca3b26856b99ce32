import { pairs, technique } from './table.ts'

/** Names that a page's own programs look up, which an element of that name could stand for. */
const names = [
  ['pathmark', 'article', 'document', 'location', 'body', 'head', 'cookie', 'getElementById', 'querySelector'],
  ['createElement', 'currentScript', 'defaultView', 'implementation', 'documentElement', 'title', 'forms', 'scripts'],
  ['DOMPurify', 'trustedTypes', 'customElements', 'attributes', 'childNodes', 'parentNode', 'nodeName', 'innerHTML'],
  ['setAttribute', 'removeChild', 'insertBefore', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
].flat()

export const namesTaken = [
  ...technique(
    'name or id of the program’s own',
    names.map(name => `<p id="${name}">p</p>`),
  ),
  ...technique(
    'element that takes a property’s place',
    names.map(name => `<form name="${name}"><input name="${name}"></form>`),
  ),
  ...technique('name by a chain', [
    ...pairs(['pathmark', 'document', 'DOMPurify'], ['call', 'href', 'attributes', 'on']).map(
      ([first, second]) => `<a id="${first}"><a id="${first}" name="${second}" href="{load}">a</a>`,
    ),
    '<iframe name="pathmark" srcdoc="<a id=call href={load}>"></iframe>',
    '<object id="document" data="about:blank"></object>',
    '<img name="getElementById"><img name="currentScript" src=x:>',
    '<form id=f1><output name=attributes>o</output></form>',
  ]),
  ...technique('role or label that passes for the program’s', [
    '<p role="alert" aria-live="assertive">Your library was deleted.</p>',
    '<div role="dialog" aria-modal="true" aria-label="Save">d</div>',
    '<p data-block="b1" id="b1">p</p>',
    '<p data-block="b999999" class="notice failure" slot="x" part="y">p</p>',
    '<p is="pathmark-app" contenteditable draggable="true" accesskey="s" tabindex="0">p</p>',
    '<pathmark-app></pathmark-app>',
    '<markdown-text source="[a](javascript:{run})"></markdown-text>',
    '<slot name="x"><template shadowrootmode="open"><img src=x: onerror={run}></template></slot>',
    '<div><template shadowrootmode="open"><script>{run}</script></template></div>',
    '<p popover="auto" id="status">p</p>',
  ]),
  ...technique('fields of an object’s prototype', [
    '{"__proto__":{"polluted":"{run}"}}',
    '{"constructor":{"prototype":{"polluted":"{run}"}}}',
    '[{"__proto__":[],"length":9}]',
    '{"\\u005f_proto__":{"polluted":1}}',
    '__proto__[polluted]=1',
    'constructor.prototype.polluted=1',
    '<script type="application/ld+json">{"@type":"Article","__proto__":{"polluted":1},"headline":"h"}</script>',
    '<script type="application/ld+json">{"@type":"Article","headline":"</script><img src=x: onerror={run}>"}</script>',
    '<script type="application/ld+json">{"@type":"Article","headline":"<img src=x: onerror={run}>","author":{"name":"<svg onload={run}>"}}</script>',
    '<script type="application/ld+json">{"@context":"{load}","@type":"Article","@id":"javascript:{run}"}</script>',
    '<script type="application/json">{"a":"<!--<script>"}</script><img src=x: onerror={run}>',
  ]),
]
