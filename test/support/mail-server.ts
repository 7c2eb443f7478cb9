import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Letter = { from: string; to: string; head: Record<string, string>; body: string; html: string }
export type MailServer = { url: string; letters: Letter[]; close: () => Promise<void> }

/** A real mail server on this machine, which keeps what it takes; `refuse` says with which code it will not. */
export async function openMailServer(
  how: { refuse?: { at: 'rcpt' | 'data'; code: number } | undefined; options?: SMTPServerOptions } = {},
): Promise<MailServer> {
  const letters: Letter[] = []
  const refusal = (at: 'rcpt' | 'data') =>
    how.refuse?.at === at
      ? Object.assign(new Error('not this one'), { responseCode: how.refuse.code })
      : undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH'],
    onRcptTo: (_address, _session, done) => done(refusal('rcpt')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refused = refusal('data')
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const to = session.envelope.rcptTo[0]?.address ?? ''
        if (!refused) letters.push({ from, to, ...readLetter(Buffer.concat(chunks).toString('utf8')) })
        done(refused)
      })
    },
    ...how.options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** As a mail program reads it: folded heads made whole, quoted-printable or base64 words made words again. */
function readLetter(raw: string): { head: Record<string, string>; body: string; html: string } {
  const { head, coded } = readPart(raw)
  const boundary = /boundary="?([^";]+)/.exec(head['content-type'] ?? '')?.[1]
  if (boundary === undefined) return { head, body: wordsOf(head, coded), html: '' }
  const parts = coded
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.slice(2)))
  const said = (type: string) => {
    const part = parts.find((one) => one.head['content-type']?.startsWith(type))
    return part ? wordsOf(part.head, part.coded) : ''
  }
  return { head, body: said('text/plain'), html: said('text/html') }
}

function readPart(raw: string): { head: Record<string, string>; coded: string } {
  const [top = '', ...rest] = raw.split('\r\n\r\n')
  const lines = top.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  const head = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  return { head, coded: rest.join('\r\n\r\n') }
}

function wordsOf(head: Record<string, string>, coded: string): string {
  const encoding = head['content-transfer-encoding']
  if (encoding === 'base64') return Buffer.from(coded, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? unquote(coded) : coded
}

const unquote = (coded: string): string =>
  Buffer.from(
    coded
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
