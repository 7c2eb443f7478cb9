import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the stand-in behaves: as LibreTranslate does, or as servers do on bad days. */
export type Mood = 'fine' | 'slow' | 'words' | 'fewer' | 'markup' | 'elsewhere' | 'huge' | 'same' | 'blank'

type Asked = { q: string[]; target: string; source: string; format: string; api_key?: string }

export type TranslationServer = {
  address: string
  mood: Mood
  key: string | undefined
  /** what was asked, as it came */
  asked: Asked[]
  /** how often the place was asked that a redirect names */
  elsewhere: () => number
  close: () => Promise<void>
}

const languages = ['en', 'fr', 'pa', 'es', 'tl', 'ar'].map((code) => ({ code, name: code, targets: ['en'] }))

/** A small server that speaks the protocol of LibreTranslate on loopback. */
export async function openTranslationServer(): Promise<TranslationServer> {
  let strayed = 0
  const other = createServer((_request, answer) => {
    strayed += 1
    answer.end('{}')
  })
  const server = createServer((request, answer) => {
    const say = (status: number, body: unknown, headers = {}) =>
      answer.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => (text += part))
    request.on('end', () => {
      if (opened.mood === 'elsewhere')
        return say(307, {}, { location: `http://127.0.0.1:${portOf(other)}/translate` })
      if (request.url?.endsWith('/languages')) return say(200, languages)
      const body = JSON.parse(text) as Asked
      opened.asked.push(body)
      if (opened.key !== undefined && body.api_key !== opened.key)
        return say(403, { error: 'Invalid API key' })
      if (opened.mood === 'slow') return undefined
      if (opened.mood === 'words') return answer.writeHead(200).end('It works!')
      if (opened.mood === 'huge') return say(200, { translatedText: ['x'.repeat(600_000)] })
      const made = body.q.map((words) => madeOf(words, body.target, opened.mood))
      return say(200, { translatedText: opened.mood === 'fewer' ? made.slice(1) : made })
    })
  })
  for (const one of [server, other]) await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
  const opened: TranslationServer = {
    address: `http://127.0.0.1:${portOf(server)}/`,
    mood: 'fine',
    key: undefined,
    asked: [],
    elsewhere: () => strayed,
    close: async () => {
      for (const one of [server, other]) {
        one.closeAllConnections()
        await new Promise((resolve) => one.close(resolve))
      }
    },
  }
  return opened
}

function madeOf(words: string, target: string, mood: Mood): string {
  if (mood === 'blank') return ' '
  if (mood === 'same') return words
  return mood === 'markup' ? `<script>${words}</script>` : `[${target}] ${words}`
}

const portOf = (server: ReturnType<typeof createServer>): number => (server.address() as AddressInfo).port
