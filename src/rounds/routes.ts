import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { answerReturn } from './answer-return.ts'
import * as contract from './contract.ts'
import { placeExemplar } from './place-exemplar.ts'
import { removeExemplar } from './remove-exemplar.ts'
import { returnIteration } from './return-iteration.ts'
import { setFocus } from './set-focus.ts'
import { readReturned, readRounds } from './store.ts'
import { withdrawReturn } from './withdraw-return.ts'

export const roundRoutes: Route[] = [
  route(contract.GetRounds, (context, input) => readRounds(context, input.id)),
  route(contract.SetFocus, (context, input) => setFocus(context, input).then(() => done)),
  route(contract.ReturnIteration, (context, input) => returnIteration(context, input).then(() => done)),
  route(contract.WithdrawReturn, (context, input) => withdrawReturn(context, input).then(() => done)),
  route(contract.AnswerReturn, (context, input) => answerReturn(context, input).then(() => done)),
  route(contract.ListReturned, readReturned),
  route(contract.PlaceExemplar, (context, input) => placeExemplar(context, input).then(() => done)),
  route(contract.RemoveExemplar, (context, input) => removeExemplar(context, input).then(() => done)),
]
