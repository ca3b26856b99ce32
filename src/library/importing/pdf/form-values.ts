import { widthInHelvetica } from './helvetica.ts'
import type { GivenText } from './given-text.ts'

/** What pdf.js says of a field of a form. */
export interface GivenField {
  readonly fieldType?: unknown
  readonly fieldValue?: unknown
  readonly fieldFlags?: unknown
  readonly annotationFlags?: unknown
  readonly options?: unknown
  readonly multiLine?: unknown
  readonly checkBox?: unknown
  readonly radioButton?: unknown
  readonly exportValue?: unknown
  readonly buttonValue?: unknown
  readonly defaultAppearanceData?: unknown
  readonly textAlignment?: unknown
  readonly rect?: unknown
}

/** Bits of flags (ISO 32000-1, tables 165 and 228): what is not to be seen, and what is typed in secret. */
const UNSEEN = 2 | 32
const SECRET = 1 << 13

/** Lines of one field, and characters of each. */
const MOST_LINES = 400
const LONGEST_LINE = 4_000

/** Points of letters in fields that do not say how large theirs are, at least and at most, and parts of a field's height. */
const SMALLEST = 4
const LARGEST = 12
const OF_HEIGHT = 0.7
const LINE = 1.2
/** Points between the edge of a field and what is in it. */
const EDGE = 2

const CENTRED = 1
const RIGHT = 2

const sign = (field: GivenField): string | null => {
  if (field.checkBox === true) return field.fieldValue === field.exportValue ? '☑' : '☐'
  if (field.radioButton === true) return field.fieldValue === field.buttonValue ? '◉' : '◯'
  return null
}

const isOption = (option: unknown): option is { exportValue: unknown; displayValue: unknown } =>
  typeof option === 'object' && option !== null && 'exportValue' in option && 'displayValue' in option

/** What was chosen, in the words of the form. */
const chosen = ({ fieldValue, options }: GivenField): readonly string[] => {
  const known = Array.isArray(options) ? options.filter(isOption) : []
  const values: readonly unknown[] = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
  return values.flatMap(value => {
    const shown = known.find(({ exportValue }) => exportValue === value)?.displayValue ?? value
    return typeof shown === 'string' ? [shown] : []
  })
}

const valuesOf = (field: GivenField): readonly string[] => {
  switch (field.fieldType) {
    case 'Tx':
      return typeof field.fieldValue === 'string' ? field.fieldValue.split(/\r\n?|\n/) : []
    case 'Ch':
      return chosen(field)
    case 'Btn': {
      const drawn = sign(field)
      return drawn === null ? [] : [drawn]
    }
    default:
      return []
  }
}

const sizeSaid = ({ defaultAppearanceData: said }: GivenField): number | null => {
  const size = typeof said === 'object' && said !== null && 'fontSize' in said ? said.fontSize : null
  return typeof size === 'number' && size >= SMALLEST && size <= 72 ? size : null
}

/**
 * What was filled into a field of a form, as pieces of text at the place where it stands, in the page's own space: text, what was chosen, and signs for boxes that
 * are ticked or not. Nothing of a field that is not seen, or that keeps what is typed a secret.
 */
export const formValues = (field: GivenField): readonly GivenText[] => {
  const { rect, annotationFlags, fieldFlags, textAlignment } = field
  if (!Array.isArray(rect) || rect.length !== 4 || !rect.every(Number.isFinite)) return []
  if ((Number(annotationFlags) & UNSEEN) !== 0 || (field.fieldType === 'Tx' && (Number(fieldFlags) & SECRET) !== 0))
    return []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect as readonly number[]
  const [left, bottom, width, height] = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)]
  const lines = valuesOf(field).slice(0, MOST_LINES)
  const isTall = field.multiLine === true || lines.length > 1
  const fitting = isTall ? LARGEST : Math.min(LARGEST, Math.max(SMALLEST, height * OF_HEIGHT))
  const size = sizeSaid(field) ?? fitting
  return lines.flatMap((line, index) => {
    const str = line.slice(0, LONGEST_LINE)
    if (str.trim() === '') return []
    const baseline = isTall ? bottom + height - size - index * LINE * size : bottom + (height - size) / 2 + size * 0.25
    const isRightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(str)
    const wide = Math.min(Math.max(0, width - 2 * EDGE), size * widthInHelvetica(str))
    const side = textAlignment ?? (isRightToLeft ? RIGHT : 0)
    const room = side === RIGHT ? width - 2 * EDGE - wide : side === CENTRED ? width / 2 - EDGE - wide / 2 : 0
    return [
      {
        str,
        dir: isRightToLeft ? 'rtl' : 'ltr',
        width: wide,
        height: size,
        transform: [size, 0, 0, size, left + EDGE + Math.max(0, room), baseline],
        fontName: '',
        hasEOL: true,
        inField: !isTall,
      },
    ]
  })
}
