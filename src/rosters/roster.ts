import type { Rows } from './rows.ts'

/**
 * A roster as every format says it in the end: schools, terms, people, classes, who is in them, who guards whom.
 * Keys are the feed's own and mean nothing outside it. Nothing here is decided yet: `roster-plan.ts` compares it
 * with what stands.
 */
export type Roster = {
  format: RosterFormat
  modes: Record<RosterPart, Mode>
  schools: RosterSchool[]
  terms: RosterTerm[]
  people: Rows<RosterPerson>
  classes: RosterClass[]
  enrollments: Rows<RosterEnrollment>
  guardianships: Rows<RosterGuardianship>
  rejected: Rows<Rejected>
  oddities: RosterOddity[]
}

export const rosterFormats = [
  'oneroster-1.1',
  'oneroster-1.2',
  'sds-1',
  'sds-2',
  'advanced-csv',
  'myed-bc',
] as const
export type RosterFormat = (typeof rosterFormats)[number]

/** The feed a format belongs to when nobody names one: a newer version of it goes on with the same keys. */
export const sourceOf = (format: RosterFormat): string => format.replace(/-[\d.]+$/, '')

export const rosterParts = ['schools', 'terms', 'people', 'classes', 'enrollments', 'guardianships'] as const
export type RosterPart = (typeof rosterParts)[number]

/** `bulk` is the complete truth, `delta` is what changed, `absent` says nothing. */
export type Mode = 'absent' | 'bulk' | 'delta'

/** Where it stands in what was brought; the heading is row 1, as in a spreadsheet. */
export type At = { file: string; row: number }
/** A delta says that it is gone. */
type Gone = { gone?: boolean }

/** A feed that says no name leaves the one it has here. */
export type RosterSchool = At & Gone & { key: string; name: string }
export type RosterTerm = At &
  Gone & { key: string; name: string; opensOn: string; closesOn: string; parentKey: string }

export const rosterRoles = ['student', 'teacher', 'guardian', 'principal', 'staff'] as const
export type RosterRole = (typeof rosterRoles)[number]

export type RosterPerson = At &
  Gone & {
    key: string
    /** as it stands in official papers */
    given: string
    family: string
    /** as they are called, when the feed says so */
    usualGiven: string
    usualFamily: string
    /** as the feed wrote them, the first is used */
    grades: string[]
    email: string
    username: string
    /** one for all records of one human */
    master: string
    identifiers: string[]
    /** two digits of the day of birth, from which no day can be read: see `bornMark` */
    born?: string
    roles: { role: RosterRole; schoolKey: string; opensOn: string; closesOn: string }[]
  }

export type RosterClass = At &
  Gone & {
    key: string
    name: string
    schoolKey: string
    termKeys: string[]
    opensOn: string
    closesOn: string
  }

export type RosterEnrollment = At &
  Gone & {
    key: string
    classKey: string
    personKey: string
    role: 'student' | 'teacher'
    opensOn: string
    /** the first day on which it no longer holds */
    closesOn: string
  }

export type RosterGuardianship = At & {
  learnerKey: string
  guardianKey: string
  relationship: string
  /** false where custody is limited: this adult may not see */
  maySee: boolean
}

export type Rejected = At & { code: RejectedCode; detail: string }
export const rejectedCodes = [
  'no_id',
  'same_id',
  'no_name',
  'no_role',
  'unknown_role',
  'unknown_school',
  'school_closed',
  'unknown_class',
  'unknown_person',
  'not_a_learner',
  'not_a_student',
  'not_staff',
  'not_a_date',
  'dates_reversed',
  'another_person',
  'perhaps_another',
  'guards_self',
  'too_long',
] as const
export type RejectedCode = (typeof rejectedCodes)[number]

/** Something that is not as the format says, was understood all the same, and is named. Told once a file. */
export type RosterOddity = At & { code: OddityCode; detail: string; count: number }
export const oddityCodes = [
  'boolean_case',
  'value_case',
  'heading_case',
  'heading_misspelt',
  'heading_unknown',
  'file_case',
  'file_not_in_manifest',
  'file_ignored',
  'mode_missing',
  'no_manifest',
  'status_in_bulk',
  'status_unknown',
  'status_left',
  'date_form',
  'date_unsure',
  'short_row',
  'long_row',
  'byte_order_mark',
  'other_encoding',
  'quote_inside',
  'no_headings',
  'unknown_parent',
  'goes_in_circles',
  'unknown_term',
  'no_dates',
  'passwords_ignored',
  'role_without_class',
  'role_unknown',
  'names_missing',
  'grade_unknown',
  'not_by_file',
  'custody_limited',
  'ended_by_hand',
  'row_ignored',
  'not_a_guardian',
  'guardians_not_told',
  'not_a_course',
  'brought_before',
] as const
export type OddityCode = (typeof oddityCodes)[number]

/** Grades as Cairn says them; CEDS writes 01, KG, and several names for the years before. */
export function gradeOf(raw: string): string | undefined {
  const bare = raw.trim().normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
  const plain = bare.replace(/^(?:GRADE|GR\.?|ANNEE)\s*/, '')
  // what a student information system calls -1 and -2 are the years before kindergarten, which is its 0
  if (/^(?:IT|PR|TK|EL|EE|JK|-[12]|[34]K|K[34]|P(?:RE)?-?K[34]?|PRE-?KINDERGARTEN)$/.test(plain)) return 'PK'
  if (/^(?:K[GFHAP5]?|5K|SK|KINDERGARTEN|MATERNELLE|00?)$/.test(plain)) return 'K'
  const number = /^0?(\d{1,2})(?:ST|ND|RD|TH|I?ERE|RE|E|EME)?(?: GRADE| ANNEE)?$/.exec(plain)?.[1]
  if (number !== undefined && Number(number) <= 13) return String(Number(number))
  return ['PS', 'UG', 'SU', 'GA', 'HS', 'OTHER'].includes(plain) ? plain : undefined
}

/**
 * Tells two children apart who are given one key, without keeping a day of birth: a hundred marks for the days of
 * thirteen years, so that some forty days have the same.
 */
export function bornMark(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return day === '' ? '' : String((year * 373 + month * 31 + date) % 97).padStart(2, '0')
}

/** A name without what people write now this way and now that. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
