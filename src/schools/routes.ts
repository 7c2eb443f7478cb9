import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { archiveClass, archiveClasses, reopenClass } from './archive-class.ts'
import { findForClass, readKeptClass, readKeptClasses } from './class-store.ts'
import { closeSchool, reopenSchool } from './close-school.ts'
import * as contract from './contract.ts'
import { enrollPerson, unenrollPerson } from './enroll-person.ts'
import { keepClass } from './keep-class.ts'
import { keepSchool, nameDistrict } from './keep-school.ts'
import { keepTerm } from './keep-term.ts'
import { readKeptSchools } from './kept-school-store.ts'
import { suggestSharing } from './suggest-sharing.ts'
import { readSuggestions } from './suggestion-store.ts'
import { countSchools, readClasses, readLearners, readSchools } from './store.ts'

export const schoolRoutes: Route[] = [
  route(contract.ListClasses, readClasses),
  route(contract.ListSchools, readSchools),
  route(contract.ListLearners, (context, input) => readLearners(context, input.id)),
  route(contract.CountSchool, countSchools),
  route(contract.ListKeptClasses, readKeptClasses),
  route(contract.GetKeptClass, (context, input) => readKeptClass(context, input.id)),
  route(contract.FindForClass, findForClass),
  route(contract.KeepClass, (context, input) => keepClass(context, input).then(() => done)),
  route(contract.ArchiveClass, (context, input) => archiveClass(context, input).then(() => done)),
  route(contract.ArchiveClasses, (context, input) => archiveClasses(context, input).then(() => done)),
  route(contract.ReopenClass, (context, input) => reopenClass(context, input).then(() => done)),
  route(contract.EnrollPerson, (context, input) => enrollPerson(context, input).then(() => done)),
  route(contract.UnenrollPerson, (context, input) => unenrollPerson(context, input.id).then(() => done)),
  route(contract.ListShareSuggestions, readSuggestions),
  route(contract.SetShareSuggestion, (context, input) => suggestSharing(context, input).then(() => done)),
  route(contract.ListKeptSchools, readKeptSchools),
  route(contract.KeepSchool, (context, input) => keepSchool(context, input).then(() => done)),
  route(contract.CloseSchool, (context, input) => closeSchool(context, input).then(() => done)),
  route(contract.ReopenSchool, (context, input) => reopenSchool(context, input.id).then(() => done)),
  route(contract.NameDistrict, (context, input) => nameDistrict(context, input).then(() => done)),
  route(contract.KeepTerm, (context, input) => keepTerm(context, input).then(() => done)),
]
