import { link, open, rename, rm } from 'node:fs/promises'

/** The operations that a durable write is made of; handed in so that tests can stop it after any of them. */
export interface Disk {
  readonly open: typeof open
  readonly link: typeof link
  readonly rename: typeof rename
  readonly rm: typeof rm
}

export const realDisk: Disk = { open, link, rename, rm }
