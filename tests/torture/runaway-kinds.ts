/** What an importer gone mad may do; a file's name says which of these the stub of the trial does with it. */
export const runawayKinds = [
  'endless-loop',
  'waits-for-ever',
  'backtracking',
  'buffers',
  'strings',
  'objects',
  'recursion',
  'output-without-end',
  'one-endless-frame',
  'noise',
  'foreign-article',
  'leaves',
  'aborts',
  'throws',
] as const

export type RunawayKind = (typeof runawayKinds)[number]

export const isRunaway = (name: string): name is RunawayKind => (runawayKinds as readonly string[]).includes(name)
