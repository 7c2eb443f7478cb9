import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { addGuardianship } from './add-guardianship.ts'
import * as contract from './contract.ts'
import { correctGuardianship } from './correct-guardianship.ts'
import { describeMerge } from './describe-merge.ts'
import { endGuardianship } from './end-guardianship.ts'
import { endSessionsOf } from './end-sessions.ts'
import { enterPerson } from './enter-person.ts'
import { endDuty, giveDuty } from './give-duty.ts'
import { giveSignIn } from './give-sign-in.ts'
import { leaveDistrict, returnToDistrict } from './leave-district.ts'
import { mergePeople, undoMerge } from './merge-people.ts'
import { renamePerson } from './rename-person.ts'
import { findPeople, readPerson } from './store.ts'
import { readSuspected } from './suspicion-store.ts'
import { tellApart } from './tell-apart.ts'

export const registerRoutes: Route[] = [
  route(contract.FindPeople, findPeople),
  route(contract.GetPerson, (context, input) => readPerson(context, input.id)),
  route(contract.EnterPerson, (context, input) => enterPerson(context, input).then(() => done)),
  route(contract.RenamePerson, (context, input) => renamePerson(context, input).then(() => done)),
  route(contract.GiveSignIn, (context, input) => giveSignIn(context, input).then(() => done)),
  route(contract.EndSessionsOf, (context, input) => endSessionsOf(context, input.id)),
  route(contract.AddGuardianship, (context, input) => addGuardianship(context, input).then(() => done)),
  route(contract.CorrectGuardianship, (context, input) =>
    correctGuardianship(context, input).then(() => done),
  ),
  route(contract.EndGuardianship, (context, input) => endGuardianship(context, input).then(() => done)),
  route(contract.GiveDuty, (context, input) => giveDuty(context, input).then(() => done)),
  route(contract.EndDuty, (context, input) => endDuty(context, input.id).then(() => done)),
  route(contract.Depart, (context, input) => leaveDistrict(context, input).then(() => done)),
  route(contract.ReturnFromDeparture, (context, input) =>
    returnToDistrict(context, input.id).then(() => done),
  ),
  route(contract.ListSuspected, readSuspected),
  route(contract.TellApart, (context, input) => tellApart(context, input).then(() => done)),
  route(contract.DescribeMerge, describeMerge),
  route(contract.MergePeople, (context, input) => mergePeople(context, input).then(() => done)),
  route(contract.UndoMerge, (context, input) => undoMerge(context, input.id).then(() => done)),
]
