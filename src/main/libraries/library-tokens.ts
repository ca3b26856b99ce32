import { randomUUID } from 'node:crypto'
import { fail, succeed } from '#core/result/result.ts'
import type { Result } from '#core/result/result.ts'

/** A library that may be opened: where it is, and whether it has to be made there. */
export interface LibraryPlace {
  readonly path: string
  readonly create: boolean
}

/** The libraries that the window may ask for. It knows them by a token; their paths stay here. */
export interface LibraryTokens {
  /** The same place has the same token as long as the program runs. */
  give(place: LibraryPlace): string
  placeOf(token: string): Result<LibraryPlace>
}

export const keepLibraryTokens = (): LibraryTokens => {
  const places = new Map<string, LibraryPlace>()
  return {
    give: place => {
      for (const [token, { path, create }] of places) if (path === place.path && create === place.create) return token
      const token = randomUUID()
      places.set(token, place)
      return token
    },
    placeOf: token => {
      const place = places.get(token)
      return place === undefined
        ? fail('not-found', 'Pathmark does not know this library any more. Choose its folder with “Open library…”.')
        : succeed(place)
    },
  }
}
