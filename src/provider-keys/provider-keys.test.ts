import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { isSignedBy, sealAssertion } from '../../test/support/saml-sealing.ts'
import { arrived, laySamlSchool, rivera } from '../../test/support/saml-traveling.ts'
import { layTraveler } from '../../test/support/traveling.ts'
import { describeUs } from '../providers/describe-us.ts'
import { MakeProviderKey, SwitchProviderKey } from './contract.ts'

const open = laySamlSchool(() => ({ signsRequests: true }))

test('keys that are made and never switched to leave the one in use as it is', async () => {
  const { school, there, id } = open
  const office = school.as('singh')
  const [first = ''] = await open.shown('signing')
  const made: string[] = []
  for (let turn = 1; turn <= 4; turn += 1) {
    school.clock.now = new Date(Date.now() + turn * 1000)
    made.push(newId())
    const key = { params: { id: made.at(-1) ?? '' }, body: { providerId: id } }
    expect((await office.ask(MakeProviderKey, key)).status).toBe(200)
  }
  const [newest = ''] = await open.shown('encryption')
  expect(await open.shown('signing')).toEqual([first, newest])
  const comes = async (certificate: string) => {
    const traveler = layTraveler(school)
    const asked = await open.leave(traveler, id)
    Object.assign(there.told, {
      who: rivera,
      twist: { seal: (xml: string) => sealAssertion(xml, certificate) },
    })
    return [
      await open.bring(traveler, await there.respondTo(asked), id),
      isSignedBy(asked, await open.shown('signing')),
    ]
  }
  expect(await comes(first)).toEqual([arrived, true])

  expect((await office.ask(SwitchProviderKey, { params: { id: made[1] ?? '' } })).code).toBe('not_found')
  expect((await office.ask(SwitchProviderKey, { params: { id: made[3] ?? '' } })).status).toBe(200)
  expect(await open.shown('signing')).toEqual([newest])
  expect([await comes(first), await comes(newest)]).toEqual([
    [arrived, true],
    [arrived, true],
  ])
})

test('while the database is away nobody is told that there are no keys', async () => {
  const ground = { ...open.school.program.ground, database: {} as never }
  await expect(describeUs(ground, 'http://localhost:4000', open.id)).rejects.toThrow()
})
