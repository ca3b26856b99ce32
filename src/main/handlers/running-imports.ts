import type { ImportProgress } from '#core/bridge/events.ts'

/** The imports and updates that are under way: what the window is told of them, and how they are stopped. */
export interface RunningImports {
  /** Does work that the reader may cancel by `cancel`, and that says which file it is at. */
  follow<T>(work: (signal: AbortSignal, tell: (progress: ImportProgress) => void) => Promise<T>): Promise<T>
  /** Does work in which the reader still chooses what is imported. That library must stay open meanwhile. */
  during<T>(work: () => Promise<T>): Promise<T>
  cancel(): void
  /** Whether anything is imported, or chosen for it. */
  isUnderWay(): boolean
}

export const followImports = (tell: (progress: ImportProgress | null) => void): RunningImports => {
  const running = new Set<AbortController>()
  let asked = 0
  return {
    follow: async work => {
      const controller = new AbortController()
      running.add(controller)
      try {
        return await work(controller.signal, tell)
      } finally {
        running.delete(controller)
        if (running.size === 0) tell(null)
      }
    },
    during: async work => {
      asked += 1
      try {
        return await work()
      } finally {
        asked -= 1
      }
    },
    cancel: () => {
      for (const controller of running) controller.abort()
    },
    isUnderWay: () => running.size + asked > 0,
  }
}
