import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { answerWalkthrough } from './answer-walkthrough.ts'
import * as contract from './contract.ts'
import { sendWalkthrough } from './send-walkthrough.ts'
import { readWalkthrough } from './store.ts'

export const walkthroughRoutes: Route[] = [
  route(contract.SendWalkthrough, (context, input) => sendWalkthrough(context, input).then(() => done)),
  route(contract.GetWalkthrough, (context, input) => readWalkthrough(context, input.id)),
  route(contract.AnswerWalkthrough, (context, input) => answerWalkthrough(context, input).then(() => done)),
]
