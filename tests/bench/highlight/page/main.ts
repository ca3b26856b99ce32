import '../../../../src/renderer/styles/tokens.css'
import '../../../../src/renderer/styles/highlights.css'
import './page.css'
import type { ContestantName } from '../contestant-names.ts'
import { Cell } from './cell.ts'
import type { PageSize } from './cell.ts'
import { contestants } from './contestants/all.ts'
import { clockStep } from './frames.ts'

/** What the driver can call in the page. */
export interface BenchmarkWindow {
  /** Builds the page for one contestant. */
  build(name: ContestantName, size: PageSize): void
  cell(): Cell
  /** The smallest step of the page's clock, in milliseconds. */
  clockStep(): number
}

declare global {
  interface Window {
    benchmark: BenchmarkWindow
  }
}

let cell: Cell | null = null

window.benchmark = {
  build: (name, size) => {
    const scroller = document.querySelector<HTMLElement>('.scroller')
    if (scroller === null) throw new Error('The page has no box to scroll.')
    cell = new Cell(contestants[name], scroller, size)
  },
  cell: () => {
    if (cell === null) throw new Error('The page has not been built.')
    return cell
  },
  clockStep,
}
