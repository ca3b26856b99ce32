/**
 * What is changed, and which tests have to notice. Tests that start other processes are left out: a change is made in
 * this process alone.
 * @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[] }} MutationGroup
 * @type {readonly MutationGroup[]}
 */
export const groups = [
  {
    name: 'store',
    mutate: ['src/library/store/*.ts'],
    tests: [
      'tests/integration/store/{durable-adapter,durable-file,file-format,guarded-database,journal}.test.ts',
      'tests/integration/library/{damaged-documents,foreign-notes,journals,keeping,older-format}.test.ts',
    ],
  },
  {
    name: 'uniting',
    mutate: [
      'src/core/annotation/{field-values,join-notes,merge-records,ordered-json,record-edits,stamp-record,unite-records,version-vector}.ts',
    ],
    tests: ['tests/unit/annotation/**/*.test.ts', 'tests/unit/uniting/**/*.test.ts'],
  },
  {
    name: 'sanitiser',
    mutate: [
      'src/core/article/canonical-vocabulary.ts',
      'src/library/importing/{canonical-attributes,canonical-elements,canonical-markup,check-canonical,purify-content}.ts',
      'src/renderer/rendering/sanitise-content.ts',
    ],
    tests: ['tests/integration/importing/*.test.ts', 'tests/unit/renderer/sanitise-content.test.ts'],
  },
  {
    name: 'paths',
    mutate: [
      'src/core/text/parse-json.ts',
      'src/library/exporting/{export-file,export-file-name}.ts',
      'src/main/bridge/{paths-in-words,shown-words}.ts',
      'src/main/outside/outside-address.ts',
      'src/main/serving/{answer-window,article-resources,request-rules,resource-file,window-address}.ts',
      'src/main/starting/{start-arguments,start-switches}.ts',
    ],
    tests: [
      'tests/unit/main/**/*.test.ts',
      'tests/unit/text/**/*.test.ts',
      'tests/integration/exporting/*.test.ts',
      'tests/integration/main/*.test.ts',
    ],
  },
]
