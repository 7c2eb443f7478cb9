import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castMember } from '../../test/support/cast.ts'
import { idOf, openSchool, type School } from '../../test/support/school.ts'
import { addProvider, layTraveler, leaveHere, whoIs } from '../../test/support/traveling.ts'

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
  id = await addProvider(school, issuer, {
    claim: 'employee_number',
    identifier: 'username',
    offersSignOut: true,
  })
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'cairn',
        client_secret: 'a secret of the provider',
        redirect_uris: [`http://localhost:4000/door/${id}/back`],
        token_endpoint_auth_method: 'client_secret_post',
        post_logout_redirect_uris: [`http://localhost:4000/door/${id}/left`],
        backchannel_logout_uri: `http://localhost:4000/door/${id}/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub', 'employee_number'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { backchannelLogout: { enabled: true } },
    // what it sends to us from its machine
    fetch: (address: URL | string, { body }: { body?: unknown }) => tell(new URL(address), String(body)),
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

const told: number[] = []
async function tell({ pathname }: URL, payload: string): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await school.program.app.inject({ method: 'POST', url: pathname, headers, payload })
  told.push(answer.statusCode)
  return new Response(answer.body, { status: answer.statusCode })
}

/** Does there what a person would: a name, a password, yes. Answers the address that leads back to us. */
async function walkThere(from: string, cookies = new Map<string, string>()): Promise<URL> {
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
      const [, name = '', value] = /name="(prompt|xsrf)" value="(\w+)"/.exec(page) ?? []
      if (value === undefined) throw new Error(`lost at ${url}: ${page.slice(0, 300)}`)
      form = new URLSearchParams({ [name]: value, login: 'staff-4711', password: 'anything', logout: 'yes' })
      url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? url, url).href
    }
  }
  throw new Error('the provider did not send anybody back')
}

test('somebody of the district signs in there, and is in here', async () => {
  const traveler = layTraveler(school)
  const { to } = await traveler.go(`/door/${id}`)
  const back = await walkThere(to)
  const arrived = await traveler.go(back.pathname + back.search)
  expect(arrived.to).toBe('/sign-in?arrived&to=%2F')
  expect(await whoIs(school, traveler)).toBe(idOf('okafor'))
  // its code is good for one time only, whoever brings it
  const again = layTraveler(school)
  await again.go(`/door/${id}`)
  expect((await again.go(back.pathname + back.search)).to).toBe('/sign-in?refused=provider_refused')
})

test('whoever signs out here signs out there, is sent back, and is out wherever they came in by that visit', async () => {
  const cookies = new Map<string, string>()
  const comeIn = async () => {
    const traveler = layTraveler(school)
    const back = await walkThere((await traveler.go(`/door/${id}`)).to, cookies)
    await traveler.go(back.pathname + back.search)
    expect(await whoIs(school, traveler)).toBe(idOf('okafor'))
    return traveler
  }
  const [one, two] = [await comeIn(), await comeIn()]
  const way = (await leaveHere(school, one)) ?? ''
  const { to } = await one.go(way.replace('/leaving?', '/leave?'))
  const back = await walkThere(to, cookies)
  expect((await one.go(back.pathname + back.search)).body).toContain('you are out there too')
  expect([told, await whoIs(school, two)]).toEqual([[200], 'not_signed_in'])
})
