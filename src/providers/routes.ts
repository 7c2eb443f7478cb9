import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { closeProvider } from './close-provider.ts'
import { keepProvider } from './keep-provider.ts'
import { confirmIdentity } from './confirm-identity.ts'
import { findPeople, readProviders, readWaysIn } from './store.ts'
import { checkProvider } from './check-provider.ts'

export const providerRoutes: Route[] = [
  openRoute(contract.ListWaysIn, ({ ground }) => readWaysIn(ground.database)),
  route(contract.ListProviders, readProviders),
  openRoute(contract.KeepProvider, (doorstep, input) => keepProvider(doorstep, input).then(() => done)),
  route(contract.CloseProvider, (context, input) => closeProvider(context, input.id).then(() => done)),
  openRoute(contract.TryProvider, checkProvider),
  route(contract.FindToLink, findPeople),
  route(contract.LinkIdentity, (context, input) => confirmIdentity(context, input).then(() => done)),
]
