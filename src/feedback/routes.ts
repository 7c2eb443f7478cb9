import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { giveFeedback } from './give-feedback.ts'
import { keepPhrases } from './keep-phrases.ts'
import { readPhrases } from './phrase-store.ts'
import { replyToFeedback } from './reply-to-feedback.ts'
import { retractFeedback } from './retract-feedback.ts'
import { reviseFeedback } from './revise-feedback.ts'
import { readFeedback } from './store.ts'
import {
  countWaitingByHand,
  readClassAnswers,
  readLearnerAnswers,
  readUnanswered,
  readWaiting,
} from './waiting-store.ts'

export const feedbackRoutes: Route[] = [
  route(contract.ListFeedback, (context, input) => readFeedback(context, input.id)),
  route(contract.GiveFeedback, (context, input) => giveFeedback(context, input).then(() => done)),
  route(contract.ReviseFeedback, (context, input) => reviseFeedback(context, input).then(() => done)),
  route(contract.RetractFeedback, (context, input) => retractFeedback(context, input).then(() => done)),
  route(contract.ReplyToFeedback, (context, input) => replyToFeedback(context, input).then(() => done)),
  route(contract.ListUnanswered, readUnanswered),
  route(contract.CountWaitingInSpaces, countWaitingByHand),
  route(contract.ListWaitingForFeedback, (context, input) => readWaiting(context, input.id)),
  route(contract.ListClassAnswers, (context, input) => readClassAnswers(context, input.id)),
  route(contract.ListLearnerAnswers, (context, input) => readLearnerAnswers(context, input.id)),
  route(contract.GetPhrases, readPhrases),
  route(contract.KeepPhrases, (context, input) => keepPhrases(context, input).then(() => done)),
]
