import { link, mkdir, open, rename, rm } from 'node:fs/promises'

/** The operations that durable writes and updates are made of; handed in so that tests can stop it after any of them. */
export interface Disk {
  readonly open: typeof open
  readonly link: typeof link
  readonly rename: typeof rename
  readonly rm: typeof rm
  readonly mkdir: (path: string, options: { readonly recursive?: boolean; readonly mode: number }) => Promise<unknown>
}

export const realDisk: Disk = { open, link, rename, rm, mkdir }
