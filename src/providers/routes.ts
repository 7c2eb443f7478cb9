import { done } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { keepProvider } from './keep-provider.ts'
import { confirmIdentity } from './confirm-identity.ts'
import { findPeople, insertProviderClosing, readProviders, readWaysIn } from './store.ts'
import { checkProvider } from './check-provider.ts'

export const providerRoutes: Route[] = [
  openRoute(contract.ListWaysIn, ({ ground }) => readWaysIn(ground.database)),
  route(contract.ListProviders, readProviders),
  openRoute(contract.KeepProvider, (doorstep, input) => keepProvider(doorstep, input).then(() => done)),
  route(contract.CloseProvider, async (context, input) => {
    if (!(await insertProviderClosing(context, input.id))) throw new Refusal('not_found')
    return done
  }),
  openRoute(contract.TryProvider, checkProvider),
  route(contract.FindToLink, findPeople),
  route(contract.LinkIdentity, (context, input) => confirmIdentity(context, input).then(() => done)),
]
