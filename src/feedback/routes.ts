import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { giveFeedback } from './give-feedback.ts'
import { replyToFeedback } from './reply-to-feedback.ts'
import { reviseFeedback } from './revise-feedback.ts'
import { readFeedback, readUnanswered, readWaiting } from './store.ts'

export const feedbackRoutes: Route[] = [
  route(contract.ListFeedback, (context, input) => readFeedback(context, input.id)),
  route(contract.GiveFeedback, (context, input) => giveFeedback(context, input).then(() => done)),
  route(contract.ReviseFeedback, (context, input) => reviseFeedback(context, input).then(() => done)),
  route(contract.ReplyToFeedback, (context, input) => replyToFeedback(context, input).then(() => done)),
  route(contract.ListUnanswered, readUnanswered),
  route(contract.ListWaitingForFeedback, (context, input) => readWaiting(context, input.id)),
]
