import { afterAll, beforeAll, beforeEach } from 'vitest'
import { castMember } from './cast.ts'
import {
  laySamlProvider,
  type OwnSamlProvider,
  type SamlPerson,
  type SamlTwist,
} from './own-saml-provider.ts'
import { shownFor } from './saml-sealing.ts'
import { openSchool } from './school.ts'
import { addProvider, layTraveler, type Traveler, whoIs } from './traveling.ts'

export const rivera: SamlPerson = {
  nameId: 'r-1',
  attributes: { employee: castMember('rivera').username ?? '' },
}
export const refused = '/sign-in?refused=provider_refused'
export const waiting = '/sign-in?refused=waiting_to_be_linked'
export const arrived = `/sign-in?arrived&to=${encodeURIComponent('/today')}`
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

export const speaksSaml = (there: OwnSamlProvider, changes: object = {}) => ({
  kind: 'saml',
  name: 'SAML of the district',
  issuer: there.entityId,
  clientId: '',
  clientSecret: null,
  signInAt: there.signInAt,
  certificates: [there.certificate],
  claim: 'employee',
  identifier: 'username',
  ...changes,
})

type Changes = (there: OwnSamlProvider) => object

/** For the tests of one file: opened before the first, as it was before each, closed after the last. */
export function laySamlSchool(changes: Changes = () => ({})): SamlSchool {
  const open = {} as SamlSchool
  beforeAll(async () => void Object.assign(open, await openSamlSchool(changes)))
  beforeEach(() => {
    open.school.clock.now = new Date()
    Object.assign(open.there.told, { who: rivera, twist: {} })
  })
  afterAll(() => open.close())
  return open
}

/** A school, a SAML provider that knows it, and browsers that walk between them. */
async function openSamlSchool(changes: Changes) {
  const school = await openSchool({ localAddresses: true })
  const there = await laySamlProvider()
  const add = (more: object) => addProvider(school, there.entityId, speaksSaml(there, more))
  const id = await add(changes(there))
  const metadata = async (provider = id) => (await layTraveler(school).go(`/door/${provider}/metadata`)).body
  const know = async (provider: string) => there.know(await metadata(provider))
  await know(id)
  const leave = async (traveler: Traveler, provider = id) =>
    new URL((await traveler.go(`/door/${provider}?to=/today`)).to)
  /** As the page of the provider sends it: from another site, so without a cookie of ours. */
  async function post(response: string, provider = id): Promise<string> {
    const answer = await school.program.app.inject({
      method: 'POST',
      url: `/door/${provider}/saml`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: there.entityId,
        'sec-fetch-site': 'cross-site',
      },
      payload: new URLSearchParams({
        SAMLResponse: response,
        RelayState: 'https://elsewhere.example',
      }).toString(),
    })
    return answer.headers.location ?? ''
  }
  async function bring(traveler: Traveler, response: string, provider = id): Promise<string> {
    const to = await post(response, provider)
    return to.includes('/back?answer=') ? (await traveler.go(to)).to : to
  }
  async function travel(who: SamlPerson, twist: SamlTwist = {}) {
    const traveler = layTraveler(school)
    Object.assign(there.told, { who, twist })
    const asked = await leave(traveler)
    return { traveler, to: await bring(traveler, await there.respondTo(asked)) }
  }
  return {
    school,
    there,
    id,
    /** another provider of the district that is the same machine */
    add,
    know,
    metadata,
    /** the certificates that we show for one use */
    shown: async (use: 'signing' | 'encryption', provider = id) => shownFor(await metadata(provider), use),
    leave,
    post,
    bring,
    travel,
    whoIs: (traveler: Traveler) => whoIs(school, traveler),
    close: async () => {
      await there.close()
      await school.close()
    },
  }
}

export type SamlSchool = Awaited<ReturnType<typeof openSamlSchool>>
