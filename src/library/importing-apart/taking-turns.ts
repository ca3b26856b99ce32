/** Milliseconds of work in one go: short beside the 16 that a frame has. */
const TURN = 8

/** Gives a function that work in many steps awaits now and then: it lets others have their turn when this one was long enough. */
export const takingTurns = (): (() => Promise<void> | undefined) => {
  let began = performance.now()
  return () => {
    if (performance.now() - began < TURN) return undefined
    return new Promise(resolve => {
      setImmediate(() => {
        began = performance.now()
        resolve()
      })
    })
  }
}
