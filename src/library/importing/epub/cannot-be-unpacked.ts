import type { Unpacked } from '../zip/zip-archive.ts'

/** Why a part of a book cannot be had, as the end of a sentence about it. */
export const cannotBeUnpacked: Readonly<Record<Exclude<Unpacked['kind'], 'bytes' | 'missing'>, string>> = {
  locked: 'is locked with a password',
  'unknown-packing': 'is packed in a way that books may not be packed in',
  damaged: 'is damaged and cannot be unpacked. Get the book again',
  'too-large': 'is larger than a page of a book can be, or the book is',
  bomb: 'would unpack to far more than a page of a book is',
}
