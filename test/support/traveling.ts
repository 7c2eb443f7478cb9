import { v7 as newId } from 'uuid'
import { GetMe, SignOut } from '../../src/people/contract.ts'
import { KeepProvider } from '../../src/providers/contract.ts'
import type { School } from './school.ts'

/** A browser that walks to a provider and back. */
export function layTraveler(school: School, cookies = new Map<string, string>()) {
  const go = async (url: string) => {
    const answer = await school.program.app.inject({
      method: 'GET',
      url,
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return { status: answer.statusCode, to: answer.headers.location ?? '', body: answer.body }
  }
  return { go, cookies }
}

export type Traveler = ReturnType<typeof layTraveler>

/** Who somebody is with whatever their browser has kept, or why nobody. */
export async function whoIs(school: School, { cookies }: Pick<Traveler, 'cookies'>): Promise<string> {
  const cookie = `cairn=${cookies.get('cairn') ?? ''}`
  const answer = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })
  return answer.json().id ?? answer.json().error.code
}

/** Signs out as the browser does, and answers where it goes on to. */
export async function leaveHere(
  school: School,
  { cookies }: Pick<Traveler, 'cookies'>,
): Promise<string | null> {
  const answer = await school.program.app.inject({
    method: SignOut.method,
    url: SignOut.path,
    headers: { cookie: `cairn=${cookies.get('cairn') ?? ''}`, 'x-cairn': '1' },
  })
  return answer.json().wayOut
}

export const decided = (issuer: string, changes: object = {}) => ({
  kind: 'openid',
  name: 'District sign-in',
  issuer,
  clientId: 'cairn',
  clientSecret: 'a secret of the provider',
  domains: [] as string[],
  tenant: null as string | null,
  claim: null as string | null,
  identifier: null as string | null,
  revisionId: newId(),
  ...changes,
})

/** A provider of the district, as its office adds it. */
export async function addProvider(
  school: School,
  issuer: string,
  changes: object = {},
  office = 'singh',
): Promise<string> {
  const id = newId()
  const answer = await school.as(office).ask(KeepProvider, { params: { id }, body: decided(issuer, changes) })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}
