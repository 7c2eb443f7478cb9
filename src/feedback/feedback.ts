/**
 * A teacher's words on one iteration of a learner's work, written or spoken, on the whole or on one place of
 * it, and the learner's answer to them.
 */
export const replyKinds = ['used', 'not_yet', 'differently'] as const
export type ReplyKind = (typeof replyKinds)[number]

export const longestFeedback = 20_000
export const longestRetraction = 2_000

/** How long back the answers of a class are listed for its teachers, in days. */
export const answersListedDays = 21

/** Feedback says something: in words, by a recording, or both. */
export function saysSomething({ body, mediaId }: { body: string; mediaId?: string | null | undefined }) {
  return body !== '' || Boolean(mediaId)
}
