import { type Senders, waysOut } from '../mail/message.ts'
import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { keepChoice, setDigestRule } from './keep-choice.ts'
import { readDigestChoice, readDigestRules } from './store.ts'

export const digestRoutes = (senders: Senders): Route[] => [
  route(contract.GetDigestChoice, async (context) => {
    const choice = await readDigestChoice(context)
    if (!choice) throw new Refusal('not_found')
    return { ...choice, ways: waysOut(senders) }
  }),
  route(contract.KeepDigestChoice, (context, input) => keepChoice(context, input).then(() => done)),
  route(contract.ListDigestRules, readDigestRules),
  route(contract.SetDigestRule, (context, input) => setDigestRule(context, input).then(() => done)),
]
