/**
 * Something told to somebody outside of Cairn: a few plain words and a link, by mail or as a text. It is kept with
 * what causes it and travels later; what it says is written when it leaves, and not at all when it should leave no more.
 */
export const messageWays = ['mail', 'text'] as const
export type MessageWay = (typeof messageWays)[number]

/** What a message can be about. */
export type MessageAbout = 'digest' | 'welcome' | 'walkthrough'

export type Told = {
  subject: string
  body: string
  /** the same, for a mail program that shows more than plain text */
  html?: string | undefined
  /** the address that ends messages of this kind with one tap */
  endsAt?: string | undefined
}

export type Outgoing = Told & {
  /** stays the same however often it is tried, so that it is shown once */
  id: string
  to: string
}

/** What it was about ended while it waited: nothing is wrong with the address. */
export const noLongerSo = 'no longer so'

/** Taken by the other side; not now, to be tried again; or never. The code says why and holds no address. */
export type Delivery = { outcome: 'sent' } | { outcome: 'later' | 'never'; code: string }

/** One way out. A district's own gateway for texts is another of these. */
export type Sender = (message: Outgoing) => Promise<Delivery>
export type Senders = Readonly<Partial<Record<MessageWay, Sender>>>

/** Which ways leave this Cairn at all. */
export const waysOut = (senders: Senders): Record<MessageWay, boolean> => ({
  mail: senders.mail !== undefined,
  text: senders.text !== undefined,
})

/** On the district's clock: what can wait for the day is sent neither before nor after. */
export const dayBegins = 7
export const dayEnds = 20

const minute = 60_000
const longestWait = 12 * 60 * minute
export const givenUpAfter = 3 * 24 * 60 * minute

/** Five minutes after the first try, then twice as long each time, at most half a day. */
export const waitAfter = (tries: number): number =>
  Math.min(5 * minute * 2 ** Math.max(0, tries - 1), longestWait)

/** What nobody could reach, told before anything travels: one @, no spaces, no second line that could be a header. */
export const isAddress = (text: string): boolean =>
  /^[^\s@<>(),;:"[\]\\\p{C}]{1,64}@[^\s@<>(),;:"[\]\\\p{C}]+\.[^\s@<>(),;:"[\]\\\p{C}]{2,}$/u.test(text) &&
  text.length <= 254

export const isPhone = (text: string): boolean => /^\+?[0-9][0-9 ().-]{4,30}$/.test(text)
