import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Failure } from '#core/result/result.ts'
import { previousPath } from './durable-file.ts'
import { readFailure, systemCode } from './disk-failure.ts'

/** What a JSON file of the library has to be. */
export interface FileFormat<T> {
  /** The version this program writes; every file says its own in `format`. */
  readonly version: number
  /** Checks only; a schema that changes values has no place here. */
  readonly schema: v.GenericSchema<T, T>
}

/** What a file turned out to be. Only a good one, and a newer one that can still be read, has a value. */
export type FileState<T> =
  | { readonly state: 'good'; readonly value: T }
  | { readonly state: 'missing' }
  | { readonly state: 'damaged'; readonly problem: string }
  | { readonly state: 'too-new'; readonly version: number; readonly value: T | null }
  | { readonly state: 'unreadable'; readonly failure: Failure }

const damaged = (problem: string): FileState<never> => ({ state: 'damaged', problem })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first thing wrong with the value, with the way to it: `documents.0.title: Expected string`. */
const firstProblem = (issues: readonly v.BaseIssue<unknown>[]): string => {
  const [issue] = issues
  if (!issue) return 'its content is not as it should be'
  const path = v.getDotPath(issue)
  return path === null ? issue.message : `${path}: ${issue.message}`
}

/** Judges a value that was read. It is given back as it is, so that fields this version does not know are kept. */
export const inspectValue = <T>(value: unknown, format: FileFormat<T>): FileState<T> => {
  if (!isRecord(value)) return damaged('it holds no JSON object')
  const version = value['format']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return damaged('it does not say its format')
  if (version > format.version) {
    const asOurs = { ...value, format: format.version }
    return { state: 'too-new', version, value: v.is(format.schema, asOurs) ? asOurs : null }
  }
  if (v.is(format.schema, value)) return { state: 'good', value }
  return damaged(firstProblem(v.safeParse(format.schema, value, { abortEarly: true }).issues ?? []))
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Judges the bytes of a file. */
const inspectBytes = <T>(bytes: Uint8Array, format: FileFormat<T>): FileState<T> => {
  if (bytes.length === 0) return damaged('it is empty')
  if (bytes.includes(0)) return damaged('it holds NUL bytes, as after a power cut')
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return damaged('it is not UTF-8 text')
    if (error instanceof SyntaxError) return damaged('it is not whole JSON')
    throw error
  }
  return inspectValue(value, format)
}

/** Reads one file and says what it is. Changes nothing. */
export const inspectFile = async <T>(path: string, format: FileFormat<T>): Promise<FileState<T>> => {
  try {
    return inspectBytes(await readFile(path), format)
  } catch (error) {
    return systemCode(error) === 'ENOENT'
      ? { state: 'missing' }
      : { state: 'unreadable', failure: readFailure(error, path) }
  }
}

/** The version before the last write, judged in the same way. */
export const inspectPrevious = <T>(path: string, format: FileFormat<T>): Promise<FileState<T>> =>
  inspectFile(previousPath(path), format)
