/** Does pieces of work that must not overlap: each begins when the one asked for before it has ended, and at once when there is none. */
export const oneAtATime = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<void> | null = null
  return work => {
    const done = last === null ? work() : last.then(work)
    // How it ended concerns who asked for it, and not what comes next.
    const end = (): void => {
      if (last === ended) last = null
    }
    const ended = done.then(end, end)
    last = ended
    return done
  }
}
