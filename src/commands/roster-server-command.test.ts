import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { RosterServer } from '../../test/support/roster-server.ts'
import { openSchool, type School } from '../../test/support/school.ts'
import { GetRosterFeeds } from '../feeds/contract.ts'
import { askRosterServer, keepRosterServer } from './roster-server-command.ts'

const server = new RosterServer()
const folder = mkdtempSync(join(tmpdir(), 'cairn-server-'))
const secret = join(folder, 'secret.txt')
const { districtId } = castMember('singh')
let school: School
beforeAll(async () => {
  writeFileSync(secret, 'right\n')
  await server.open()
  school = await openSchool({ localAddresses: true })
})
afterAll(async () => {
  await server.close()
  await school.close()
  rmSync(folder, { recursive: true })
})

test('a server that wants messages signed is named and asked from the command line, and said wrongly it is not kept', async () => {
  server.tell({ signed: 'HMAC-SHA1' })
  const { ground } = school.program
  const said = {
    address: server.address,
    'client-id': 'cairn',
    'secret-file': secret,
    oneroster: '1.1',
    signed: '',
  }
  const keep = (changes: object, on = ground) => keepRosterServer(on, { ...said, ...changes }, districtId)
  await expect(askRosterServer(ground, {}, districtId)).rejects.toThrow('no roster server yet')
  for (const wrong of [{ address: 'ftp://a.example' }, { signed: undefined }, { oneroster: '2' }])
    await expect(
      keepRosterServer(ground, withoutUndefined({ ...said, ...wrong }), districtId),
    ).rejects.toThrow(/begin with https|1\.1 or 1\.2/)
  await expect(keep({ 'secret-file': join(folder, 'none') })).rejects.toThrow('no file')
  await expect(keep({}, { ...ground, secret: '' })).rejects.toThrow('cannot be read')
  expect((await school.as('singh').ask(GetRosterFeeds)).body.server).toBeNull()
  await keep({})
  const feeds = await school.as('singh').ask(GetRosterFeeds)
  expect(feeds.body.server).toMatchObject({ signing: 'oauth1', tokenAddress: '', wholeAt: null })
  const looked = await askRosterServer(ground, { 'dry-run': '' }, districtId)
  expect(looked).toMatchObject({ applied: false, stopped: false, story: { people: { join: { count: 27 } } } })
  expect(await askRosterServer(ground, {}, districtId)).toMatchObject({ applied: true, stopped: false })
  expect((await school.as('singh').ask(GetRosterFeeds)).body.server?.wholeAt).not.toBeNull()
  server.tell({ signed: 'HMAC-SHA1', secret: 'another' })
  await expect(askRosterServer(ground, {}, districtId)).rejects.toThrow('does not let us in')
})

const withoutUndefined = (said: object) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
