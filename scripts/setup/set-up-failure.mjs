/** A reason why the set-up cannot go on, in one line that says what to do. */
export class SetUpFailure extends Error {}
