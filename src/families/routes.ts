import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { readLooks } from './looks-store.ts'

export const familyRoutes: Route[] = [
  route(contract.ListLooks, (context, input) => readLooks(context, input.id)),
]
