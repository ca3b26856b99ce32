import type { AnnotationColor } from '../annotation/annotation.ts'

/** Colours by the names that other programs give them; those that Pathmark does not have are the nearest one. */
const colors: Readonly<Record<string, AnnotationColor>> = {
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  pink: 'pink',
  orange: 'orange',
  purple: 'purple',
  red: 'pink',
  magenta: 'pink',
  olive: 'green',
  cyan: 'blue',
  teal: 'blue',
  violet: 'purple',
  grey: 'purple',
  gray: 'purple',
}

/** Degrees on the colour circle up to which each colour goes. */
const byHue: readonly (readonly [number, AnnotationColor])[] = [
  [15, 'pink'],
  [42, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [255, 'blue'],
  [295, 'purple'],
  [360, 'pink'],
]

const hueOf = (red: number, green: number, blue: number): number => {
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (range === 0) return 280
  const sixth =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4
  return sixth * 60
}

const nearest = (red: number, green: number, blue: number): AnnotationColor =>
  byHue.find(([end]) => hueOf(red, green, blue) <= end)?.[1] ?? 'yellow'

/** The nearest of Pathmark's colours to one by its name, as `#rrggbb`, or as red, green and blue from 0 to 255; undefined when it is none. */
export const nearestColor = (color: unknown): AnnotationColor | undefined => {
  if (typeof color === 'string') {
    const name = color.trim().toLowerCase()
    if (Object.hasOwn(colors, name)) return colors[name]
    const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(name)
    if (digits === null) return undefined
    const [red = 0, green = 0, blue = 0] = digits.slice(1).map(part => Number.parseInt(part, 16))
    return nearest(red, green, blue)
  }
  if (typeof color !== 'object' || color === null) return undefined
  const parts = ['red', 'green', 'blue'].map(name => Number(Reflect.get(color, name)))
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = parts
  return parts.every(part => part >= 0 && part <= 255) ? nearest(red, green, blue) : undefined
}
