import { database } from './database.ts'
import { sealJson, unsealJson } from './sealing.ts'
import { vaultOf } from './vault.ts'

/** Something begun and not yet saved, as it was last typed. Nothing is kept where nothing can be sealed. */
export type Draft = { content: unknown; keptAt: number }

/** Answers whether it is kept: it is not where nothing can be sealed. */
export async function keepDraft(person: string, key: string, { content, keptAt }: Draft): Promise<boolean> {
  const vault = await vaultOf(person)
  if (!vault) return false
  const sealed = await sealJson(vault.key, placeOf(person, key), content)
  await (await database()).put('sealed-draft', { person, key, keptAt, sealed })
  return true
}

export async function findDraft(person: string, key: string): Promise<Draft | undefined> {
  const vault = await vaultOf(person)
  if (!vault) return undefined
  await sealOlder(person, key)
  const kept = await (await database()).get('sealed-draft', [person, key])
  if (!kept || kept.claimed !== undefined) return undefined
  return { content: await unsealJson(vault.key, placeOf(person, key), kept.sealed), keptAt: kept.keptAt }
}

export async function dropDraft(person: string, key: string): Promise<void> {
  await (await database()).delete('sealed-draft', [person, key])
}

/** Every draft of somebody as text: to find out which files still belong to one. */
export async function draftTexts(person: string): Promise<string[]> {
  const vault = await vaultOf(person)
  if (!vault) return []
  const kept = await (await database()).getAllFromIndex('sealed-draft', 'person', person)
  return Promise.all(
    kept.map(async ({ key, sealed }) =>
      JSON.stringify(await unsealJson(vault.key, placeOf(person, key), sealed)),
    ),
  )
}

/** A draft of the time before sealing is sealed when its owner comes back to it. */
async function sealOlder(person: string, key: string): Promise<void> {
  const older = await (await database()).get('draft', [person, key])
  if (!older) return
  if (!(await keepDraft(person, key, older))) return
  await (await database()).delete('draft', [person, key])
}

const placeOf = (person: string, key: string) => `draft ${person} ${key}`
