/**
 * A refusal is part of the product: a stable code for programs, a sentence for people (words/…/errors.json,
 * key `errors.<code>`, or words/…/refusals.json, key `refusals.<code>`, where the browser never says it by itself), and
 * never a trace. Absent and invisible are both `not_found`.
 */
export const refusalStatus = {
  invalid: 400,
  not_signed_in: 401,
  wrong_sign_in: 401,
  key_refused: 401,
  wrong_password: 403,
  wrong_card: 403,
  code_needed: 403,
  wrong_code: 403,
  wrong_passkey: 403,
  passkey_needed: 403,
  second_step_overdue: 403,
  provider_refused: 403,
  waiting_to_be_linked: 403,
  linked_already: 409,
  name_taken: 409,
  school_named_so: 409,
  school_closed: 409,
  classes_to_come: 409,
  cannot_merge: 409,
  wrong_picture: 403,
  not_allowed: 403,
  other_site: 403,
  address_expired: 403,
  password_first: 403,
  support_looks_only: 403,
  still_sealed: 403,
  not_found: 404,
  changed_elsewhere: 409,
  id_taken: 409,
  other_offset: 409,
  given_already: 409,
  there_already: 409,
  days_do_not_fit: 400,
  not_their_place: 400,
  learns_here: 409,
  needs_password: 409,
  peers_not_allowed: 409,
  remarks_not_allowed: 409,
  space_rests: 409,
  last_teacher: 409,
  one_to_one_is_for_one: 409,
  looks_wrong: 409,
  later_import: 409,
  roster_forgotten: 409,
  slot_taken: 409,
  built_upon: 409,
  too_large: 413,
  handed_over: 423,
  merge_undone: 424,
  too_many_tries: 429,
  too_many_requests: 429,
  address_not_reached: 422,
  failed: 500,
  try_again: 503,
  storage_full: 507,
} as const

export type RefusalCode = keyof typeof refusalStatus

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly values: Record<string, string | number>

  constructor(code: RefusalCode, values: Record<string, string | number> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.values = values
  }

  get status(): number {
    return refusalStatus[this.code]
  }
}

export type Fields = Record<string, string>

export class InvalidInput extends Refusal {
  readonly fields: Fields
  constructor(fields: Fields) {
    super('invalid', { fields: Object.keys(fields).join(', ') })
    this.fields = fields
  }
}
