import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { nudgeLearner } from './nudge-learner.ts'
import { readReadiness } from './store.ts'

export const readinessRoutes: Route[] = [
  route(contract.GetReadinessBoard, (context, input) => readReadiness(context, input.id)),
  route(contract.NudgeLearner, (context, input) => nudgeLearner(context, input).then(() => done)),
]
