/** What `npm run torture` hands to a trial. */
export interface TrialOptions {
  /** Absolute path of the checkout, with the built program in `out/`. */
  readonly root: string
  /** Absolute path of an empty folder of the trial's own, deleted afterwards. */
  readonly scratch: string
  /** Where everything random in the trial begins, so that a run can be had again. */
  readonly seed: number
  /** How often to try: the number that was asked for, else the trial's own `rounds`. */
  readonly rounds: number
  /** Shows a line about how far the trial is. */
  readonly say: (line: string) => void
}

/** What a trial came to. */
export type Outcome =
  | {
      readonly state: 'ran'
      /** Every figure was counted in this run: `200 kills, 3,214 changes acknowledged, none lost`. */
      readonly cameOut: string
      /** A line for each thing that missed the goal, enough to see it again; the goal is reached when there is none. */
      readonly missed: readonly string[]
    }
  | {
      readonly state: 'could-not-run'
      /** What is missing here: `needs root for loop devices`. */
      readonly why: string
    }

/** One way to try to break Pathmark: the export `trial` of `tests/torture/<name>.torture.ts`. */
export interface Trial {
  /** What is done, in one line: `kill -9 while writing through the command line`. */
  readonly title: string
  /** What has to come out: `no acknowledged change lost, none half there`. */
  readonly goal: string
  /** How often the long form tries. */
  readonly rounds: number
  /**
   * `window`: as an ordinary user with a virtual screen and Chromium's sandbox, from a copy of the checkout where that user
   * can read it. Left out: as whoever started the command, without a screen.
   */
  readonly runs?: 'window'
  /** `counted`: in a network of its own where it can be had (counted-network.ts); for trials that run in the window. */
  readonly network?: 'counted'
  readonly run: (options: TrialOptions) => Promise<Outcome>
}

/** An outcome from what was counted. */
export const ran = (cameOut: string, missed: readonly string[]): Outcome => ({ state: 'ran', cameOut, missed })

export const couldNotRun = (why: string): Outcome => ({ state: 'could-not-run', why })
