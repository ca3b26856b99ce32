/**
 * What is changed, and which tests have to notice. Tests that start other processes are left out: a change is made in
 * this process alone.
 * @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[] }} MutationGroup
 * @type {readonly MutationGroup[]}
 */
export const groups = [
  {
    name: 'paths',
    mutate: ['src/main/window-file.ts', 'src/main/start-arguments.ts', 'src/main/outside-address.ts'],
    tests: ['tests/unit/main/**/*.test.ts'],
  },
]
