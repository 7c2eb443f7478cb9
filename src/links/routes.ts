import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { setLinkRule } from './set-link-rule.ts'
import { readLinkRule } from './store.ts'

export const linkRoutes: Route[] = [
  route(contract.GetLinkRule, readLinkRule),
  route(contract.SetLinkRule, (context, input) => setLinkRule(context, input).then(() => done)),
]
