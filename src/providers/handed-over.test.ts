import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tabletAtDoor } from '../../test/support/carding.ts'
import { handOver, layDevice } from '../../test/support/handing.ts'
import { layProvider, type OwnProvider } from '../../test/support/own-provider.ts'
import { laySamlSchool } from '../../test/support/saml-traveling.ts'
import { addProvider, layTraveler, type Traveler } from '../../test/support/traveling.ts'

const open = laySamlSchool()
let there: OwnProvider
beforeAll(async () => {
  there = await layProvider()
})
afterAll(() => there.close())

const questionIn = (address: URL) =>
  inflateRawSync(Buffer.from(address.searchParams.get('SAMLRequest') ?? '', 'base64')).toString()

/** Whether whoever goes to a provider with what this device has kept is asked to sign in there anew: SAML, OpenID. */
async function asksAnew(openid: string, holder: Traveler): Promise<[boolean, boolean]> {
  const address = new URL((await holder.go(`/door/${openid}`)).to)
  return [
    questionIn(await open.leave(holder)).includes('ForceAuthn="true"'),
    address.searchParams.get('prompt') === 'login',
  ]
}

test('from a tablet of a class, handed over or at its door, and over an open session, whoever goes to a provider signs in there anew', async () => {
  const { school } = open
  const openid = await addProvider(school, there.issuer)
  const tablet = await layDevice(school, 'okafor')
  const [name = '', value = ''] = tablet.cookie.split('=')
  const holder = layTraveler(school, new Map([[name, value]]))
  expect(await asksAnew(openid, layTraveler(school))).toEqual([false, false])
  // a session that is still open may be that of somebody who left while nobody could hear it
  expect(await asksAnew(openid, holder)).toEqual([true, true])
  await handOver(tablet)
  expect(await asksAnew(openid, holder)).toEqual([true, true])

  const { set } = await tabletAtDoor(school)
  const sent = set
    .filter((cookie) => cookie.path === '/door')
    .map((cookie) => [cookie.name, cookie.value] as const)
  expect(await asksAnew(openid, layTraveler(school, new Map(sent)))).toEqual([true, true])
})
