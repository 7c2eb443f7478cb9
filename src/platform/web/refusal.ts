/** The server's "no": a stable code to act on and a sentence to show, in the person's language. */
export class ApiRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly sentence: string
  /** One sentence per field that was not right, by the field's name. */
  readonly fields: Readonly<Record<string, string>>

  constructor(status: number, code: string, sentence: string, fields: Record<string, string> = {}) {
    // where one is shown as it stands, a code is nobody's business
    super(sentence || code)
    this.name = 'ApiRefusal'
    this.status = status
    this.code = code
    this.sentence = sentence
    this.fields = fields
  }
}

/** For whoever asks there is no such thing, or it is not for them. */
export const isNotThere = (error: Error | null): boolean =>
  error instanceof ApiRefusal && error.status === 404

/** No answer came: there is no network, or the server is away. */
export class NetworkAway extends Error {
  constructor(cause?: unknown) {
    super('no answer', { cause })
    this.name = 'NetworkAway'
  }
}

export async function refusalOf(answer: Response): Promise<ApiRefusal> {
  const body: unknown = await answer.json().catch(() => undefined)
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {}
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)
  return new ApiRefusal(
    answer.status,
    text(error['code'], 'unexpected'),
    text(error['sentence'], ''),
    isRecord(error['fields']) ? (error['fields'] as Record<string, string>) : {},
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
