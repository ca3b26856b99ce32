/**
 * What is changed, and which tests have to notice. A change of what a file begins with is tried against all tests of its group, so
 * groups are small. Tests that start other processes are left out: a change is made in this process alone.
 * @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[] }} MutationGroup
 * @type {readonly MutationGroup[]}
 */
export const groups = [
  {
    name: 'paths-addresses',
    mutate: [
      'src/main/outside/outside-address.ts',
      'src/main/serving/{request-rules,window-address}.ts',
      'src/main/starting/{start-arguments,start-switches}.ts',
    ],
    tests: ['tests/unit/main/{outside-address,request-rules,start-arguments,start-switches,window-address}.test.ts'],
  },
  {
    name: 'paths-exports',
    mutate: ['src/library/exporting/{export-file,export-file-name}.ts'],
    tests: ['tests/integration/exporting/*.test.ts'],
  },
  {
    name: 'paths-in-words',
    mutate: ['src/core/text/parse-json.ts', 'src/main/bridge/{paths-in-words,shown-words}.ts'],
    tests: ['tests/unit/main/{answer-calls,paths-in-words,shown-words}.test.ts', 'tests/unit/text/parse-json.test.ts'],
  },
  {
    name: 'paths-served',
    mutate: ['src/main/serving/{answer-window,article-resources,resource-file}.ts'],
    tests: ['tests/integration/main/{answer-window,resource-file}.test.ts'],
  },
  {
    name: 'sanitiser-import',
    mutate: [
      'src/core/article/canonical-vocabulary.ts',
      'src/library/importing/{canonical-attributes,canonical-elements,canonical-markup,check-canonical,purify-content}.ts',
    ],
    tests: [
      'tests/integration/importing/{canonical-attributes,check-canonical,html-elements,import-html,limit-nesting,purify-content}.test.ts',
      'tests/unit/article/canonical-vocabulary.test.ts',
    ],
  },
  {
    name: 'sanitiser-window',
    mutate: ['src/renderer/rendering/sanitise-content.ts'],
    tests: ['tests/unit/renderer/sanitise-content.test.ts'],
  },
  {
    name: 'store-files',
    mutate: ['src/library/store/{disk-failure,durable-file,latest-write,read-json,serialise,set-aside,turns}.ts'],
    tests: [
      'tests/integration/store/{adapter-journal,disk-failure,durable-adapter,durable-file,file-format,guarded-database,set-aside}.test.ts',
      'tests/unit/main/paths-in-words.test.ts',
    ],
  },
  {
    name: 'store-journals',
    mutate: [
      'src/library/store/{durable-adapter,freeze-deep,identify-files,journal,journal-file,record-journal,record-list,remove-journals}.ts',
    ],
    tests: [
      'tests/integration/store/{adapter-journal,durable-adapter,guarded-database,journal,journal-file,journal-writes}.test.ts',
      'tests/integration/store/{foreign-change,record-journal,record-list,remove-journals}.test.ts',
    ],
  },
  {
    name: 'store-opening',
    mutate: ['src/library/store/{file-format,find-replacement,guarded-database,inspect-file,open-database}.ts'],
    tests: ['tests/integration/store/{file-format,find-replacement,guarded-database,opening}.test.ts'],
  },
  {
    name: 'uniting',
    mutate: [
      'src/core/annotation/{field-values,join-notes,merge-records,ordered-json,ordered-records,record-edits,stamp-record,unite-records,version-vector}.ts',
    ],
    // Random histories of copies take long, and what they show is shown of single cases as well.
    tests: ['tests/unit/annotation/!(copies-converge).test.ts'],
  },
]
