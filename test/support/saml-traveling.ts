import { GetMe } from '../../src/people/contract.ts'
import { castMember } from './cast.ts'
import {
  laySamlProvider,
  type OwnSamlProvider,
  type SamlPerson,
  type SamlTwist,
} from './own-saml-provider.ts'
import { openSchool } from './school.ts'
import { addProvider, layTraveler, type Traveler } from './traveling.ts'

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

/** A school, a SAML provider that knows it, and browsers that walk between them. */
export async function openSamlSchool() {
  const school = await openSchool({ localAddresses: true })
  const there = await laySamlProvider()
  const id = await addProvider(school, there.entityId, speaksSaml(there))
  const know = async (provider: string) =>
    there.know((await layTraveler(school).go(`/door/${provider}/metadata`)).body)
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
  async function whoIs({ cookies }: Traveler): Promise<string> {
    const cookie = `cairn=${cookies.get('cairn') ?? ''}`
    const answer = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })
    return answer.json().id ?? answer.json().error.code
  }
  return {
    school,
    there,
    id,
    know,
    leave,
    post,
    bring,
    travel,
    whoIs,
    close: async () => {
      await there.close()
      await school.close()
    },
  }
}

export type SamlSchool = Awaited<ReturnType<typeof openSamlSchool>>
