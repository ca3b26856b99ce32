/**
 * What is changed, and which tests have to notice. Tests that start other processes are left out: a change is made in
 * this process alone.
 * @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[] }} MutationGroup
 * @type {readonly MutationGroup[]}
 */
export const groups = [
  {
    name: 'paths',
    mutate: [
      'src/main/window-address.ts',
      'src/main/start-arguments.ts',
      'src/main/start-switches.ts',
      'src/main/request-rules.ts',
      'src/main/outside-address.ts',
    ],
    tests: ['tests/unit/main/**/*.test.ts'],
  },
]
