/** What an importer gone mad may do; a file's name says which of these the stub of the trial does with it. */
export const runawayKinds = [
  'buffers',
  'strings',
  'objects',
  'recursion',
  'output-without-end',
  'one-endless-frame',
  'noise',
  'foreign-article',
  'progress-without-end',
  'leaves',
  'aborts',
  'throws',
  // Those that only the clock ends.
  'endless-loop',
  'backtracking',
  'waits-for-ever',
] as const

export type RunawayKind = (typeof runawayKinds)[number]

export const isRunaway = (name: string): name is RunawayKind => (runawayKinds as readonly string[]).includes(name)
