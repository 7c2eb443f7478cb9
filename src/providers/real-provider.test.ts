import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { addProvider, layTraveler } from '../../test/support/traveling.ts'
import { GetMe } from '../people/contract.ts'

/** The journey there and back with a provider that others wrote, and that is certified. */
let school: School
let server: Server
let issuer: string
let id: string
beforeAll(async () => {
  school = await openSchool({ localAddresses: true })
  school.clock.now = new Date()
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  id = await addProvider(school, issuer, { claim: 'employee_number', identifier: 'username' })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'cairn',
        client_secret: 'a secret of the provider',
        redirect_uris: [`http://localhost:4000/door/${id}/back`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'employee_number'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, employee_number: castMember('okafor').username, name: 'Ngozi' }),
    }),
  })
  server.on('request', provider.callback())
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await school.close()
})

/** Signs in there as a person would: a name, a password, yes. Answers the address that leads back to us. */
async function signInThere(from: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let [url, form]: [string, URLSearchParams | undefined] = [from, undefined]
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    form = undefined
    const next = answer.headers.get('location')
    if (next?.startsWith('http://localhost:4000/')) return new URL(next)
    if (next !== null) url = new URL(next, url).href
    else {
      const page = await answer.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      if (prompt === undefined) throw new Error(`lost at ${url}: ${page.slice(0, 300)}`)
      form = new URLSearchParams({ prompt, login: 'staff-4711', password: 'anything' })
      url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? url, url).href
    }
  }
  throw new Error('the provider did not send anybody back')
}

test('somebody of the district signs in there, and is in here', async () => {
  const traveler = layTraveler(school)
  const { to } = await traveler.go(`/door/${id}`)
  const back = await signInThere(to)
  const arrived = await traveler.go(back.pathname + back.search)
  expect(arrived.to).toBe('/sign-in?arrived&to=%2F')
  const cookie = `cairn=${traveler.cookies.get('cairn') ?? ''}`
  const me = await school.program.app.inject({ method: 'GET', url: GetMe.path, headers: { cookie } })
  expect(me.json().id).toBe(idOf('okafor'))
  // its code is good for one time only, whoever brings it
  const again = layTraveler(school)
  await again.go(`/door/${id}`)
  expect((await again.go(back.pathname + back.search)).to).toBe('/sign-in?refused=provider_refused')
})
