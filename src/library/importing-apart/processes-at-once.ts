import { availableParallelism, totalmem } from 'node:os'

const GIBIBYTE = 1024 * 1024 * 1024

/** Memory of the machine to each import process. A small page takes a tenth of it, a large book all, and what a process may hold is watched. */
const MEMORY_EACH = GIBIBYTE

/** More read no faster: the program that takes their answers is one. */
const MOST = 8

/** As many import processes as the machine has cores for, and memory. */
export const processesAtOnce = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_EACH), MOST))
