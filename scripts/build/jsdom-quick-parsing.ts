import { changePackage } from './change-package.ts'
import type { PackageChange } from './change-package.ts'

/*
 * jsdom’s parser adds each node and each word to its document in the way that a script’s change goes. Here a document is parsed that nothing has been told of
 * yet: no script, observer, range, slot or window belongs to it. What the tree comes to is the same; a test compares what is left of thousands of contents.
 */

/** The parser tells of a text word by word, and of each space between words: the text grows, with no record for observers and no ends of ranges to move. */
const textsInOnePiece: readonly PackageChange[] = [
  {
    file: 'browser/parser/html.js',
    from: 'lastChild.data += text;',
    to: 'lastChild._data += text; parentNode._childTextContentChangeSteps();',
  },
]

/**
 * What has just been made stands nowhere and holds nothing. Where it goes to the end of an element of its own document, and nobody observes that, the steps of
 * inserting (DOM standard, 4.2.3) that have anything to do are few. All else is inserted as before.
 */
const newNodesAtOnce: readonly PackageChange[] = [
  {
    file: 'browser/parser/html.js',
    from: 'parentNode._append(newNode);',
    to: 'if (!appendNew(parentNode, newNode)) parentNode._append(newNode);',
  },
  {
    file: 'browser/parser/html.js',
    from: 'parentNode._append(textNode);\n',
    to: 'if (!appendNew(parentNode, textNode)) parentNode._append(textNode);\n',
  },
  {
    file: 'browser/parser/html.js',
    from: 'class JSDOMParse5Adapter {',
    to: `const { domSymbolTree } = require("../../living/helpers/internal-constants");
function appendNew(parentNode, newNode) {
  const document = parentNode._ownerDocument;
  if (
    parentNode.nodeType !== nodeTypes.ELEMENT_NODE || parentNode._shadowRoot !== null ||
    (newNode.nodeType !== nodeTypes.ELEMENT_NODE && newNode.nodeType !== nodeTypes.TEXT_NODE) ||
    newNode._ownerDocument !== document || document._defaultView ||
    domSymbolTree.parent(newNode) || domSymbolTree.firstChild(newNode)
  ) return false;
  let root = parentNode;
  for (let around = root; around; around = domSymbolTree.parent(around)) {
    if (around._registeredObserverList.length > 0) return false;
    root = around;
  }
  if (root !== document) return false;
  domSymbolTree.appendChild(parentNode, newNode);
  parentNode._modified();
  if (newNode.nodeType === nodeTypes.TEXT_NODE) parentNode._childTextContentChangeSteps();
  if (parentNode._attached && newNode._attach) newNode._attach();
  parentNode._descendantAdded(parentNode, newNode);
  return true;
}

class JSDOMParse5Adapter {`,
  },
]

/** What most nodes never get is made for those that do: listeners, handlers, ranges, kept queries, records for observers. */
const madeWhenNeeded: readonly PackageChange[] = [
  {
    file: 'living/events/EventTarget-impl.js',
    from: '    this._eventListeners = Object.create(null);\n  }',
    to: '    this._eventListeners = noListeners;\n  }',
  },
  {
    file: 'living/events/EventTarget-impl.js',
    from: 'class EventTargetImpl {',
    to: 'const noListeners = Object.freeze(Object.create(null));\nclass EventTargetImpl {',
  },
  {
    file: 'living/events/EventTarget-impl.js',
    from: `    if (!this._eventListeners[type]) {
      this._eventListeners[type] = [];
    }`,
    to: `    if (this._eventListeners === noListeners) this._eventListeners = Object.create(null);
    if (!this._eventListeners[type]) this._eventListeners[type] = [];`,
  },
  {
    file: 'living/nodes/GlobalEventHandlers-impl.js',
    from: '    this._registeredHandlers = new Set();\n    this._eventHandlers = Object.create(null);\n',
    to: '    this._registeredHandlers = null;\n    this._eventHandlers = noHandlers;\n',
  },
  {
    file: 'living/nodes/GlobalEventHandlers-impl.js',
    from: 'class GlobalEventHandlersImpl {',
    to: 'const noHandlers = Object.freeze(Object.create(null));\nclass GlobalEventHandlersImpl {',
  },
  {
    file: 'living/nodes/GlobalEventHandlers-impl.js',
    from: '    if (!target._registeredHandlers.has(event) && handler !== null) {',
    to: `    if (target._eventHandlers === noHandlers) {
      target._registeredHandlers = new Set();
      target._eventHandlers = Object.create(null);
    }
    if (!target._registeredHandlers.has(event) && handler !== null) {`,
  },
  {
    file: 'living/nodes/Node-impl.js',
    from: '    this._referencedRanges = new Set();',
    to: '    this._referencedRanges = noRanges;',
  },
  {
    file: 'living/range/Range-impl.js',
    from: 'node._referencedRanges.add(this);',
    to: '(node._referencedRanges = new Set(node._referencedRanges)).add(this);',
    times: 2,
  },
  {
    file: 'living/nodes/Node-impl.js',
    from: '    this._memoizedQueries = {};\n    this._registeredObserverList',
    to: '    this._memoizedQueries = null;\n    this._registeredObserverList',
  },
  {
    file: 'living/nodes/Node-impl.js',
    from: 'class NodeImpl extends',
    to: 'const noRanges = new Set();\nclass NodeImpl extends',
  },
  {
    file: 'living/nodes/Node-impl.js',
    from: '    this._memoizedQueries = {};\n    const myParent',
    to: '    this._memoizedQueries = null;\n    const myParent',
  },
  {
    file: 'living/nodes/Node-impl.js',
    from: `    for (const ancestor of domSymbolTree.ancestorsIterator(this)) {
      ancestor._version++;
    }`,
    to: 'for (let around = this; around; around = domSymbolTree.parent(around)) around._version++;',
  },
  {
    file: 'jsdom/utils.js',
    from: '    if (!this._memoizedQueries) {',
    to: '    if (this._memoizedQueries === null) this._memoizedQueries = {};\n    if (!this._memoizedQueries) {',
  },
  {
    file: 'living/helpers/mutation-observers.js',
    from: '  const interestedObservers = new Map();',
    to: `  let isObserved = false;
  for (let node = target; node && !isObserved; node = domSymbolTree.parent(node)) isObserved = node._registeredObserverList.length > 0;
  if (!isObserved) return;
  const interestedObservers = new Map();`,
  },
]
/** Builds jsdom so that its parser and its nodes leave out what a document needs that scripts and styles work on. */
export const jsdomQuickParsing = changePackage('jsdom-quick-parsing', /\/jsdom\/lib\/jsdom\/.*\.js$/, [
  ...textsInOnePiece,
  ...newNodesAtOnce,
  ...madeWhenNeeded,
])
