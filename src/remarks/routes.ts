import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { leaveRemark } from './leave-remark.ts'
import { hideRemark, reportRemark } from './report-remark.ts'
import { readReports } from './report-store.ts'
import { readRemarks } from './store.ts'
import { takeRemarkBack } from './take-remark-back.ts'

export const remarkRoutes: Route[] = [
  route(contract.ListRemarks, (context, input) => readRemarks(context, input.id)),
  route(contract.LeaveRemark, (context, input) => leaveRemark(context, input).then(() => done)),
  route(contract.TakeRemarkBack, (context, input) => takeRemarkBack(context, input).then(() => done)),
  route(contract.ReportRemark, (context, input) => reportRemark(context, input).then(() => done)),
  route(contract.HideRemark, (context, input) => hideRemark(context, input).then(() => done)),
  route(contract.ListRemarkReports, readReports),
]
