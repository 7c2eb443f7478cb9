/** A teacher's words on one iteration of a learner's work, and the learner's answer to them. */
export const replyKinds = ['used', 'not_yet', 'differently'] as const
export type ReplyKind = (typeof replyKinds)[number]

export const longestFeedback = 20_000
