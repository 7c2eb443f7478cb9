import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { acts } from '../../src/logbook/line.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { COMMAND_ACTS, NO_OFFICE_ACTS, OFFICE_ACTS } from './office-acts.ts'

const contracts = import.meta.glob<Record<string, Endpoint>>('../../src/**/contract.ts', { eager: true })
const folder = join(import.meta.dirname, '../../src')

/** The sources of a module, without its tests. */
function sourcesOf(module: string): string[] {
  return readdirSync(join(folder, module))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, module, name), 'utf8'))
}

/** A module in which some rule is made of a duty: what it changes may have been done by office. */
const asksDuties = (sources: readonly string[]) =>
  sources.some((text) => {
    const taken = /import \{([^}]*)\} from '\.\.\/access\/relations\.ts'/s.exec(text)?.[1] ?? ''
    return /\b(?:leads|serves|runsDistrict)\b/.test(taken)
  })

const modules = Object.entries(contracts).map(([path, endpoints]) => {
  const name = path.replace('../../src/', '').replace('/contract.ts', '')
  const writes = Object.values(endpoints).filter((one) => one.method !== undefined && one.method !== 'GET')
  return { name, writes, sources: sourcesOf(name) }
})
const office = modules.filter(({ sources }) => asksDuties(sources))

test('what an office changes is written in the logbook, or it is said why not', () => {
  const unknown = office.flatMap(({ name, writes }) =>
    writes
      .filter((one) => !(one.name in OFFICE_ACTS) && !(one.name in NO_OFFICE_ACTS))
      .map((one) => `${name}: ${one.name}`),
  )
  expect(office.length).toBeGreaterThan(5)
  expect(unknown).toEqual([])
})

test('each of these acts is written by the module whose endpoint it is', () => {
  const writers = (sources: readonly string[]) =>
    sources.filter((text) => /\bnoteAct(?:Of|OfOffice)?\(/.test(text))
  const missing = Object.entries(OFFICE_ACTS).flatMap(([endpoint, needed]) => {
    const module = modules.find(({ writes }) => writes.some((one) => one.name === endpoint))
    const written = writers(module?.sources ?? []).join('\n')
    return needed.filter((act) => !written.includes(`'${act}'`)).map((act) => `${endpoint}: ${act}`)
  })
  expect(missing).toEqual([])
})

test('the logbook knows no act that nothing writes, and no row speaks of an endpoint that is gone', () => {
  const commands = sourcesOf('commands').join('\n')
  expect(COMMAND_ACTS.filter((act) => !commands.includes(`'${act}'`))).toEqual([])
  const written = new Set([...Object.values(OFFICE_ACTS).flat(), ...COMMAND_ACTS])
  expect(acts.filter((act) => !written.has(act))).toEqual([])
  const names = modules.flatMap(({ writes }) => writes.map(({ name }) => name))
  const rows = [...Object.keys(OFFICE_ACTS), ...Object.keys(NO_OFFICE_ACTS)]
  expect(rows.filter((name) => !names.includes(name))).toEqual([])
})
