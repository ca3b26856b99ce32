/** Lets one work be done after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  /** Does the work when what was asked for before is over, however that ended. */
  take<R>(work: () => Promise<R>): Promise<R> {
    const done = this.#last.then(work, work)
    this.#last = done
    return done
  }
}
