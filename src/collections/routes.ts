import { done } from '../platform/contract.ts'
import { type Route, route } from '../platform/route.ts'
import { addCollection } from './add-collection.ts'
import { readWhoSeesCollection } from './audience-store.ts'
import { readBeside } from './content-store.ts'
import * as contract from './contract.ts'
import { deleteCollection, deleteYearCopy, restoreCollection, restoreYearCopy } from './delete-collection.ts'
import { freezeCollection } from './freeze-collection.ts'
import { closeTemplate, offerTemplate, reviseTemplate } from './offer-template.ts'
import { openCollection } from './open-collection.ts'
import { reviseCollection } from './revise-collection.ts'
import { shareCollection } from './share-collection.ts'
import { readCollections, readDeletedCollections, readShownToMe } from './store.ts'
import { readTemplatePlaces, readTemplates } from './template-store.ts'

export const collectionRoutes: Route[] = [
  route(contract.ListCollections, (context, input) => readCollections(context, input.id)),
  route(contract.ListShownToMe, readShownToMe),
  route(contract.GetCollection, (context, input) => openCollection(context, input.id)),
  route(contract.AddCollection, (context, input) => addCollection(context, input).then(() => done)),
  route(contract.ReviseCollection, (context, input) => reviseCollection(context, input).then(() => done)),
  route(contract.ShareCollection, (context, input) => shareCollection(context, input).then(() => done)),
  route(contract.DeleteCollection, (context, input) => deleteCollection(context, input.id).then(() => done)),
  route(contract.RestoreCollection, (context, input) =>
    restoreCollection(context, input.id).then(() => done),
  ),
  route(contract.ListDeletedCollections, readDeletedCollections),
  route(contract.WhoSeesCollection, (context, input) => readWhoSeesCollection(context, input.id)),
  route(contract.ListBeside, (context, input) => readBeside(context, input.id)),
  route(contract.FreezeCollection, (context, input) => freezeCollection(context, input.id).then(() => done)),
  route(contract.DeleteYearCopy, (context, input) => deleteYearCopy(context, input.id).then(() => done)),
  route(contract.RestoreYearCopy, (context, input) => restoreYearCopy(context, input.id).then(() => done)),
  route(contract.ListTemplates, readTemplates),
  route(contract.ListTemplatePlaces, readTemplatePlaces),
  route(contract.WriteTemplate, (context, input) => offerTemplate(context, input).then(() => done)),
  route(contract.ReviseTemplate, (context, input) => reviseTemplate(context, input).then(() => done)),
  route(contract.CloseTemplate, (context, input) => closeTemplate(context, input.id).then(() => done)),
]
