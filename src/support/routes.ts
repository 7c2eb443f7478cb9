import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { endSupport } from './end-support.ts'
import { letSupportIn } from './let-support-in.ts'
import { readSupport } from './store.ts'

export const supportRoutes: Route[] = [
  route(contract.ListSupport, readSupport),
  route(contract.LetSupportIn, (context, input) => letSupportIn(context, input).then(() => done)),
  route(contract.EndSupport, (context, { id }) => endSupport(context, id).then(() => done)),
]
