import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { issueHomeCards } from './issue-home-cards.ts'
import { insertHomeCardEnding, readHomeCards } from './store.ts'

export const homeCardRoutes: Route[] = [
  route(contract.ListHomeCards, (context, { id }) => readHomeCards(context, id)),
  route(contract.IssueHomeCards, (context, input) => issueHomeCards(context, input).then(() => done)),
  route(contract.WithdrawHomeCard, async (context, { id }) => {
    if (!(await insertHomeCardEnding(context, id))) throw new Refusal('not_found')
    return done
  }),
]
