import { type Mode, rosterParts, type Roster } from '../../rosters/roster.ts'
import { note } from '../../rosters/roster-plan.ts'
import type { BundleFile } from './roster-bundle.ts'
import { readTable } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** What of OneRoster is a roster; results, resources and demographics are none of a portfolio's business. */
export const oneRosterFiles = [
  'orgs',
  'academicSessions',
  'courses',
  'users',
  'roles',
  'classes',
  'enrollments',
] as const
export type OneRosterFile = (typeof oneRosterFiles)[number]

export type Manifest = {
  version: '1.1' | '1.2'
  files: Map<OneRosterFile, { file: BundleFile; mode: Exclude<Mode, 'absent'> }>
}

/** OneRoster CSV binding, `manifest.csv`: which files there are, and which are the whole truth. */
export async function readManifest(bundle: readonly BundleFile[], roster: Roster): Promise<Manifest> {
  const said = new Map<string, string>()
  const manifest = bundle.find(({ name }) => name.toLowerCase() === 'manifest.csv')
  const odd = (
    file: string,
    code: 'no_manifest' | 'mode_missing' | 'file_not_in_manifest' | 'file_case' | 'file_ignored',
    detail = '',
  ) => note(roster.oddities, { file, row: 0, code, detail })
  if (!manifest) odd('manifest.csv', 'no_manifest')
  else {
    for await (const row of readTable(manifest, ['*propertyName', '*value'], roster))
      said.set(row.get('propertyName').toLowerCase(), row.get('value').toLowerCase())
  }
  const files: Manifest['files'] = new Map()
  for (const name of oneRosterFiles) {
    const mode = said.get(`file.${name.toLowerCase()}`)
    const file = bundle.find((one) => one.name.toLowerCase() === `${name.toLowerCase()}.csv`)
    if (!file) {
      if (mode === 'bulk' || mode === 'delta') throw new Unreadable('file_missing', { file: `${name}.csv` })
      continue
    }
    if (file.name !== `${name}.csv`) odd(file.name, 'file_case', `${name}.csv`)
    if (mode === 'absent') odd(file.name, 'file_not_in_manifest', 'absent')
    else if (mode === 'bulk' || mode === 'delta') files.set(name, { file, mode })
    else {
      if (manifest) odd(file.name, 'mode_missing', mode ?? '')
      files.set(name, { file, mode: 'bulk' })
    }
  }
  const known = new Set(['manifest.csv', ...oneRosterFiles.map((name) => `${name.toLowerCase()}.csv`)])
  for (const { name } of bundle) if (!known.has(name.toLowerCase())) odd(name, 'file_ignored')
  return { version: said.get('oneroster.version') === '1.1' || !files.has('roles') ? '1.1' : '1.2', files }
}

/** Terms stand beside classes: where one is not said, the other goes by its own dates. */
export function setModes(roster: Roster, { files }: Manifest): void {
  const modeOf = (name: OneRosterFile): Mode => files.get(name)?.mode ?? 'absent'
  const modes = {
    schools: modeOf('orgs'),
    terms: modeOf('academicSessions'),
    people: modeOf('users'),
    classes: modeOf('classes'),
    enrollments: modeOf('enrollments'),
    guardianships: modeOf('users'),
  }
  for (const part of rosterParts) roster.modes[part] = modes[part]
}
