import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import * as contract from './contract.ts'
import { issueFirstPasswords, issueStaffFirstPasswords } from './issue-first-passwords.ts'
import { renewFirstPassword } from './renew-first-password.ts'
import { setOwnPasswordRule } from './set-own-password-rule.ts'
import { countFirstPasswords, readFirstPasswords } from './store.ts'

export const firstPasswordRoutes: Route[] = [
  route(contract.ListFirstPasswords, (context, input) => readFirstPasswords(context, input.id)),
  openRoute(contract.IssueFirstPasswords, (doorstep, input) => issueFirstPasswords(doorstep, input.id)),
  openRoute(contract.IssueStaffFirstPasswords, (doorstep, input) =>
    issueStaffFirstPasswords(doorstep, input.id),
  ),
  openRoute(contract.RenewFirstPassword, (doorstep, input) =>
    renewFirstPassword(doorstep, input).then(() => done),
  ),
  route(contract.SetOwnPasswordRule, (context, input) => setOwnPasswordRule(context, input).then(() => done)),
  route(contract.CountFirstPasswords, countFirstPasswords),
]
