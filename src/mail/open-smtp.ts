import { createTransport } from 'nodemailer'
import { StartRefusal } from '../platform/settings.ts'
import type { Delivery, Outgoing, Sender } from './message.ts'

const patience = 20_000

/**
 * Mail through a server of the district's. Without TLS nothing leaves the machine: `smtp://` asks for STARTTLS and
 * gives up without it, unless the server is this machine or the address says `?starttls=no`.
 */
export function openSmtpSender(address: string, from: string): Sender {
  const url = new URL(address)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const wanted = url.searchParams.get('starttls') ?? (isHere ? 'no' : 'yes')
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && wanted !== 'no',
    ignoreTLS: !secure && wanted === 'no',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (message) => {
    try {
      await transport.sendMail(letterOf(message, from))
      return { outcome: 'sent' }
    } catch (error) {
      return judge(error)
    }
  }
}

function letterOf({ id, to, subject, body, html, endsAt }: Outgoing, from: string) {
  const host = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    from,
    to: { name: '', address: to },
    subject,
    text: body,
    ...(html === undefined ? {} : { html }),
    messageId: `<${id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      // RFC 8058: the reader's own mail program ends it with one tap, without opening a page
      ...(endsAt === undefined
        ? {}
        : { 'List-Unsubscribe': `<${endsAt}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}

/** Only a server that will not have this reader, or these words, says never; all else may be better tomorrow. */
function judge(error: unknown): Delivery {
  const { responseCode, code, command } = error as {
    responseCode?: number
    code?: string
    command?: string
  }
  const isForGood = (responseCode ?? 0) >= 500 && /^(RCPT TO|DATA)$/.test(command ?? '')
  return { outcome: isForGood ? 'never' : 'later', code: String(responseCode ?? code ?? 'unknown') }
}

export function readSmtpAddress(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return value
  // The value may hold a password, so it is not repeated.
  throw new StartRefusal(
    'SMTP_URL is not the address of a mail server. It looks like smtp://user:password@mail.example.org:587.',
  )
}
