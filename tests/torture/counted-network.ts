import { readFileSync } from 'node:fs'

/** The one way out of the network that `npm run torture` gives a trial. */
const WAY_OUT = /^\s*pathmark0:\s*(.*)$/mu
/** Which of an interface's figures in /proc/net/dev is the number of packets that were sent. */
const SENT_PACKETS = 9

/**
 * How many packets were sent to other machines since the trial began, requests for names among them; none of them arrived
 * anywhere. Null when the trial runs in the machine's own network, where nothing is counted.
 */
export const sentPackets = (): number | null => {
  if (process.platform !== 'linux') return null
  const figures = WAY_OUT.exec(readFileSync('/proc/net/dev', 'utf8'))?.[1]?.split(/\s+/)
  return figures === undefined ? null : Number(figures[SENT_PACKETS])
}
