import pack from '../../packs/protocols/protocols.json' with { type: 'json' }

/**
 * How learners are helped to say something true and kind about each other's work: steps, each with an
 * explanation and beginnings of sentences. Protocols are versioned data: a round keeps the version it was held by.
 */
export type InBoth<T> = { en: T; fr: T }
export type StarterBand = 'early' | 'middle' | 'older'

export type Step = {
  key: string
  /** who begins it: the maker's own question is asked when the work is brought, and answered by the giver */
  by: 'giver' | 'maker'
  /** what the maker says to it: words, or whether they give leave to go on */
  replies?: 'words' | 'leave'
  /** the step to which the maker must have given leave */
  needs?: string
  optional?: boolean
  name: InBoth<string>
  about: InBoth<string>
  starters: Record<StarterBand, InBoth<readonly string[]>>
}

export type Protocol = {
  key: string
  version: string
  name: InBoth<string>
  about: InBoth<string>
  steps: readonly Step[]
}

export const protocols = pack.protocols as readonly Protocol[]

export const protocolKeys = ['kind-specific-helpful', 'critical-response'] as const

/** The newest version of each, for rounds that are about to begin. */
export const currentProtocols: readonly Protocol[] = [
  ...new Map(
    protocols.toSorted((one, other) => one.version.localeCompare(other.version)).map((one) => [one.key, one]),
  ).values(),
]

export function protocolOf(key: string, version?: string): Protocol | undefined {
  if (version === undefined) return currentProtocols.find((one) => one.key === key)
  return protocols.find((one) => one.key === key && one.version === version)
}

/** The question a maker may ask when bringing work, where the protocol has one. */
export const makersStep = ({ steps }: Protocol): Step | undefined => steps.find(({ by }) => by === 'maker')

export type Asked = { question: string; leaves: readonly string[] }

/** The steps that are a giver's to fill now: a question that was not asked and an opinion without leave are not. */
export function stepsFor({ steps }: Protocol, { question, leaves }: Asked): Step[] {
  return steps.filter(({ by, needs }) => {
    if (by === 'maker') return question.trim() !== ''
    return needs === undefined || leaves.includes(needs)
  })
}

export type Said = { step: string; text: string; mediaId?: string | undefined }

export const isSaid = ({ text, mediaId }: Said): boolean => text.trim() !== '' || mediaId !== undefined

/** The steps of which too little or too much is said; none when it can be given. */
export function stepsAmiss(protocol: Protocol, asked: Asked, words: readonly Said[]): string[] {
  const open = stepsFor(protocol, asked)
  const strange = words.filter(
    ({ step }, place) =>
      !open.some(({ key }) => key === step) || words.findIndex((one) => one.step === step) !== place,
  )
  const missing = open.filter(
    ({ key, optional }) => !optional && !words.some((one) => one.step === key && isSaid(one)),
  )
  return [...strange.map(({ step }) => step), ...missing.map(({ key }) => key)]
}
