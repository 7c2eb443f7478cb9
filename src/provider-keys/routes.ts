import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { MakeProviderKey, SwitchProviderKey } from './contract.ts'
import { makeProviderKey } from './make-key.ts'
import { switchProviderKey } from './switch-key.ts'

export const providerKeyRoutes: Route[] = [
  openRoute(MakeProviderKey, (doorstep, input) => makeProviderKey(doorstep, input).then(() => done)),
  route(SwitchProviderKey, (context, input) => switchProviderKey(context, input).then(() => done)),
]
