import type { Area } from '../pins/pin.ts'
import type { DemoFile, Subject } from './studio.ts'

export type DemoShare = 'teachers' | 'family' | 'class'
export type DemoReplyKind = 'used' | 'not_yet' | 'differently'

export type DemoPart =
  | { kind: 'text'; text: string }
  | { kind: 'media'; file: () => Promise<DemoFile>; caption?: string; alt?: string }
  | { kind: 'link'; url: string; caption: string }

export type DemoReply = { id: string; kind: DemoReplyKind; why: string; repliedOn: Date }
/** On the picture of an attempt, or on words of its text. */
export type DemoPin = { spot: Area } | { quote: string }
export type DemoFeedback = {
  id: string
  byKey: string
  givenOn: Date
  text: string
  pin?: DemoPin
  reply?: DemoReply
}
export type DemoIteration = {
  id: string
  madeOn: Date
  whatChanged?: string
  parts: DemoPart[]
  feedback: DemoFeedback[]
}

/** A piece of the demo, with every attempt at it, oldest first. */
export type DemoWork = {
  id: string
  learnerKey: string
  title: string
  shares: DemoShare[]
  iterations: DemoIteration[]
}

/** A piece as it is written down here: days ago and words, not yet dates and files. */
export type WorkScript = { learner: string; title: string; shares: DemoShare[]; attempts: AttemptScript[] }
export type AttemptScript = {
  daysAgo: number
  whatChanged?: string
  parts: PartScript[]
  feedback: FeedbackScript[]
}
export type PartScript =
  | { kind: 'text'; text: string }
  | { kind: 'made'; subject: Subject; attempt: number; look: number; caption?: string; alt: string }
  | { kind: 'link'; url: string; caption: string }
export type FeedbackScript = {
  by: string
  after: number
  text: string
  pin?: DemoPin
  reply?: ReplyScript
}
export type ReplyScript = { kind: DemoReplyKind; after: number; why: string }

type Line = PartScript | { changed: string } | { said: FeedbackScript }

/** One attempt so many days ago: what it holds, what changed, what was said about it, in any order. */
export function attempt(daysAgo: number, ...lines: Line[]): AttemptScript {
  const found: AttemptScript = { daysAgo, parts: [], feedback: [] }
  for (const line of lines) {
    if ('changed' in line) found.whatChanged = line.changed
    else if ('said' in line) found.feedback.push(line.said)
    else found.parts.push(line)
  }
  return found
}

/** `everyone` is teachers, family and class; the learner alone is an empty word. */
export function piece(
  learner: string,
  title: string,
  shares: string,
  ...attempts: AttemptScript[]
): WorkScript {
  const words = (shares === 'everyone' ? 'teachers family class' : shares)
    .split(' ')
    .filter((word) => word !== '')
  return { learner, title, shares: words as DemoShare[], attempts }
}

export function text(words: string): PartScript {
  return { kind: 'text', text: words.trim() }
}

export function link(url: string, caption: string): PartScript {
  return { kind: 'link', url, caption }
}

/** A picture or recording, e.g. `made('butterfly', 0, 2, 'A butterfly')`: first attempt, third look. */
export function made(
  subject: Subject,
  turn: number,
  look: number,
  alt: string,
  caption?: string,
): PartScript {
  return { kind: 'made', subject, attempt: turn, look, alt, ...(caption && { caption }) }
}

export function changed(words: string): Line {
  return { changed: words }
}

/** Feedback a day after the attempt, with the learner's answer if there was one. */
export function said(by: string, words: string, reply?: ReplyScript): Line {
  return { said: { by, after: 1, text: words, ...(reply && { reply }) } }
}

/** Feedback that points: at shares of the picture's width and height, or at words. */
export function pinned(pin: DemoPin, line: Line): Line {
  return 'said' in line ? { said: { ...line.said, pin } } : line
}

export function used(why: string): ReplyScript {
  return { kind: 'used', after: 1, why }
}

export function notYet(why: string): ReplyScript {
  return { kind: 'not_yet', after: 1, why }
}

export function differently(why: string): ReplyScript {
  return { kind: 'differently', after: 1, why }
}
