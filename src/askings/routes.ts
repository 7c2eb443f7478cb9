import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { answerAsking, decideAnswer, takeAnswerBack } from './answer-asking.ts'
import { askingsShown } from './asking.ts'
import * as contract from './contract.ts'
import { sayAsking, takeAskingBack } from './give-asking.ts'
import { setAnswerRule } from './set-answer-rule.ts'
import { newestAskings, readAnswerRules, readAnswersWaiting, readAskings } from './store.ts'

export const askingRoutes: Route[] = [
  route(contract.SayAsking, (context, input) => sayAsking(context, input).then(() => done)),
  route(contract.TakeAskingBack, (context, input) => takeAskingBack(context, input.id).then(() => done)),
  route(contract.ListAskings, (context, input) => readAskings(context, input.id)),
  route(contract.ListFamilyAskings, (context) => newestAskings(context, { each: askingsShown })),
  route(contract.AnswerAsking, (context, input) => answerAsking(context, input).then(() => done)),
  route(contract.TakeAskingAnswerBack, (context, input) =>
    takeAnswerBack(context, input.id).then(() => done),
  ),
  route(contract.DecideAnswer, (context, input) => decideAnswer(context, input).then(() => done)),
  route(contract.ListAnswersWaiting, (context, input) => readAnswersWaiting(context, input.id)),
  route(contract.SetAnswerRule, (context, input) => setAnswerRule(context, input).then(() => done)),
  route(contract.ListAnswerRules, readAnswerRules),
]
