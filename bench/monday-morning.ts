import { Agent, request } from 'node:http'
import { cookieName } from '../src/platform/asker.ts'
import { type Arriving, password, picture } from './ways-in.ts'

/** What one person met: everything that was not answered as it should be, and how long things took, in ms. */
export type Visit = { refused: string[]; requests: number; signIn?: number; home: number }

type Answer = { status: number; text: string; cookie: string | undefined }
type Asking = { method?: string; body?: object; cookie?: string }

/** One browser with nothing kept, and six connections as browsers have. */
export async function arrive(port: number, one: Arriving): Promise<Visit> {
  await new Promise((resolve) => setTimeout(resolve, one.at))
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const visit: Visit = { refused: [], requests: 0, home: 0 }
  const ask = async (path: string, asking: Asking = {}, expected = 200): Promise<Answer> => {
    visit.requests += 1
    const answer = await send({ port, agent, path, ...asking })
    if (answer.status !== expected)
      visit.refused.push(`${path}: ${answer.status} ${answer.text.slice(0, 100)}`)
    return answer
  }
  const begin = performance.now()
  const page = await ask(one.way === 'card' ? '/class-sign-in' : '/sign-in')
  const files = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '')
  await Promise.all([...new Set(files)].map((file) => ask(file)))
  const cookie = await signIn(one, ask, visit)
  await Promise.all([ask('/api/me', { cookie }), ask(`/api/learners/${one.learnerId}/pieces`, { cookie })])
  visit.home = performance.now() - begin
  agent.destroy()
  return visit
}

type Ask = (path: string, asking?: Asking, expected?: number) => Promise<Answer>

/** Answers the cookie of their session. */
async function signIn(one: Arriving, ask: Ask, visit: Visit): Promise<string> {
  if (one.way === 'open') return `${cookieName}=bench-${one.n}`
  const begin = performance.now()
  const keys = { username: `bench-${one.n}`, password }
  if (one.way === 'mistyped') {
    await ask('/api/session', { method: 'PUT', body: { ...keys, password: 'three stones' } }, 401)
  }
  const answer =
    one.way === 'card' ? await showCard(one, ask) : await ask('/api/session', { method: 'PUT', body: keys })
  visit.signIn = performance.now() - begin
  return answer.cookie ?? ''
}

async function showCard({ code, door }: Extract<Arriving, { way: 'card' }>, ask: Ask): Promise<Answer> {
  const cookie = `cairn-class=${door}`
  await ask('/api/class-door', { cookie })
  await ask('/api/class-door/card', { method: 'POST', body: { code }, cookie })
  return ask('/api/class-door/session', { method: 'PUT', body: { code, picture }, cookie })
}

function send({
  port,
  agent,
  path,
  method = 'GET',
  body,
  cookie,
}: Asking & { port: number; agent: Agent; path: string }) {
  return new Promise<Answer>((resolve, reject) => {
    const headers = {
      'x-cairn': '1',
      ...(path.startsWith('/assets/') ? { 'accept-encoding': 'br, gzip' } : {}),
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const sent = request({ host: '127.0.0.1', port, agent, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        const kept = answer.headers['set-cookie']?.find((words) => words.startsWith(`${cookieName}=`))
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          cookie: kept?.split(';')[0],
        })
      })
    })
    sent.once('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}
