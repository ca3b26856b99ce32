/** The part of jsdom that is used. Its own types would bring those of a browser into layers that have no screen. */
export class JSDOM {
  constructor(html: string)
  readonly window: unknown
}
