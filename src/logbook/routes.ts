import { type Route, route } from '../platform/route.ts'
import { ExportLogbook, ReadLogbook } from './contract.ts'
import { exportLogbook } from './export-logbook.ts'
import { readLogbook } from './store.ts'

export const logbookRoutes: Route[] = [route(ReadLogbook, readLogbook), route(ExportLogbook, exportLogbook)]
