import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { adoptPack } from './adopt-pack.ts'
import { applyImport } from './apply-import.ts'
import { beginFramework } from './begin-framework.ts'
import { closeFramework } from './close-framework.ts'
import * as contract from './contract.ts'
import { loadProfiles } from './load-profiles.ts'
import { offeredScales } from './pack.ts'
import { readPointing } from './pointing-store.ts'
import { reorderCompetencies } from './reorder-competencies.ts'
import { retireCompetency } from './retire-competency.ts'
import { listImports, showImport } from './show-import.ts'
import { findCompetencies, readFramework, readFrameworks, readProfiles } from './store.ts'
import { writeCompetency } from './write-competency.ts'

export const competencyRoutes: Route[] = [
  route(contract.ListFrameworks, readFrameworks),
  route(contract.GetFramework, (context, input) => readFramework(context, input.id)),
  route(contract.FindCompetencies, findCompetencies),
  route(contract.ListPointing, (context, input) => readPointing(context, input.id)),
  route(contract.ListProfiles, (context, input) => readProfiles(context, input.id)),
  route(contract.ListScales, async () => offeredScales),
  route(contract.AdoptPack, adoptPack),
  route(contract.ListFrameworkImports, listImports),
  route(contract.GetFrameworkImport, (context, input) => showImport(context, input.id)),
  route(contract.ApplyFrameworkImport, applyImport),
  route(contract.BeginFramework, (context, input) => beginFramework(context, input).then(() => done)),
  route(contract.WriteCompetency, (context, input) => writeCompetency(context, input).then(() => done)),
  route(contract.ReorderCompetencies, (context, input) =>
    reorderCompetencies(context, input).then(() => done),
  ),
  route(contract.RetireCompetency, (context, input) => retireCompetency(context, input).then(() => done)),
  route(contract.CloseFramework, (context, input) => closeFramework(context, input).then(() => done)),
  route(contract.LoadProfiles, (context, input) => loadProfiles(context, input).then(() => done)),
]
