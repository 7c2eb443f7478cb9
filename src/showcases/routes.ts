import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { answerShowcase, takeAnswerBack } from './answer-showcase.ts'
import * as contract from './contract.ts'
import { handLink } from './hand-link.ts'
import { proposeShowcase } from './propose-showcase.ts'
import { setShowcaseRule } from './set-showcase-rule.ts'
import { readRule, readShowcaseRequests, readShowcases } from './store.ts'
import { withdrawShowcase } from './withdraw-showcase.ts'

export const showcaseRoutes: Route[] = [
  route(contract.ProposeShowcase, (context, input) => proposeShowcase(context, input).then(() => done)),
  route(contract.AnswerShowcase, (context, input) => answerShowcase(context, input).then(() => done)),
  route(contract.TakeAnswerBack, (context, input) => takeAnswerBack(context, input.id).then(() => done)),
  route(contract.WithdrawShowcase, (context, input) => withdrawShowcase(context, input.id).then(() => done)),
  route(contract.ListShowcases, (context, input) => readShowcases(context, input.id)),
  route(contract.ListShowcaseRequests, readShowcaseRequests),
  openRoute(contract.GetShowcaseLink, (doorstep, input) => handLink(doorstep, input.id)),
  route(contract.GetShowcaseRule, readRule),
  route(contract.SetShowcaseRule, (context, input) =>
    setShowcaseRule(context, input.guardianThroughGrade).then(() => done),
  ),
]
