import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { closeServer, keepColumns, keepServer, showFeeds } from './keep-feeds.ts'

export const feedRoutes: Route[] = [
  route(contract.GetRosterFeeds, showFeeds),
  route(contract.KeepRosterColumns, (context, input) => keepColumns(context, input).then(() => done)),
  openRoute(contract.KeepRosterServer, (doorstep, input) => keepServer(doorstep, input).then(() => done)),
  route(contract.CloseRosterServer, (context) => closeServer(context).then(() => done)),
]
