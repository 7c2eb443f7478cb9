import { done } from '../platform/contract.ts'
import { openRoute, type Route, route } from '../platform/route.ts'
import { choosePassword } from './choose-password.ts'
import * as contract from './contract.ts'
import { makeWelcomes, type WelcomeSetting } from './make-welcomes.ts'
import { readOwnKeys } from './keys-store.ts'
import { countFamilies, readFamilies } from './store.ts'
import { withdrawWelcome } from './withdraw-welcome.ts'

export const welcomeRoutes = (setting: WelcomeSetting): Route[] => [
  route(contract.ListFamilies, (context, input) => readFamilies(context, input.id)),
  openRoute(contract.MakeWelcomes, (doorstep, input) => makeWelcomes(doorstep, input, setting)),
  route(contract.WithdrawWelcome, (context, input) => withdrawWelcome(context, input.id).then(() => done)),
  route(contract.CountFamilies, countFamilies),
  route(contract.GetOwnKeys, readOwnKeys),
  openRoute(contract.ChoosePassword, (doorstep, input) => choosePassword(doorstep, input).then(() => done)),
]
