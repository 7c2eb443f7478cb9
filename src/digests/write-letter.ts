import { type Html, html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import type { News } from './digest.ts'

export type Places = { open: string; change: string; stop: string }
export type Letter = { subject: string; body: string; html: string }

type Say = (key: string, values?: object) => string

/**
 * As plain text, and once more for a mail program that shows headings. No pictures, nothing that tells it was opened.
 */
export function writeLetter(news: readonly News[], locale: Locale, places: Places): Letter {
  const say: Say = (key, values = {}) => sayIn(locale, key, values as Record<string, unknown>)
  const names = new Intl.ListFormat(`${locale}-CA`).format(news.map(({ givenName }) => givenName))
  const subject = say('digests.subject', { names })
  const told = news.map((one) => ({ one, lines: linesOf(one, say) }))
  const body = [
    say('digests.hello'),
    ...told.map(({ one, lines }) => [one.givenName, ...lines.map((line) => `- ${line}`)].join('\n')),
    `${say('digests.open')}\n${places.open}`,
    `${say('digests.why')}\n${say('digests.change')} ${places.change}\n${say('digests.stop')} ${places.stop}`,
  ].join('\n\n')
  return { subject, body, html: showLetter({ say, locale, subject, told, places }).text }
}

type Shown = {
  say: Say
  locale: Locale
  subject: string
  told: readonly { one: News; lines: readonly string[] }[]
  places: Places
}

const showLetter = ({ say, locale, subject, told, places }: Shown): Html =>
  html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${subject}</title></head>
<body style="margin:0;padding:24px 16px;background:#f6f4ee;color:#1e2320;font:17px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">
<p>${say('digests.hello')}</p>
${told.map(({ one, lines }) => html`<h2 style="font:400 24px/1.2 Georgia,serif;margin:24px 0 8px">${one.givenName}</h2><ul style="padding-left:20px;margin:0">${lines.map((line) => html`<li dir="auto" style="margin:0 0 8px">${line}</li>`)}</ul>`)}
<p style="margin:24px 0"><a href="${places.open}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#1f5c4a;color:#fefdfa;text-decoration:none;font-weight:600">${say('digests.open')}</a></p>
<p style="color:#5a6056;font-size:15px">${say('digests.why')} <a href="${places.change}" style="color:#1f5c4a">${say('digests.change-link')}</a> · <a href="${places.stop}" style="color:#1f5c4a">${say('digests.stop-link')}</a></p>
</div></body></html>`

function linesOf({ givenName: name, askings, pieces, opened }: News, say: Say): string[] {
  const told = askings.flatMap(({ words, spoken }) => {
    if (words === null) return []
    return [say(spoken ? 'digests.asks-also-spoken' : 'digests.asks', { words: oneLine(words) })]
  })
  const kept = askings.length - told.length
  return [
    ...told,
    ...(kept > 0 ? [say('digests.asks-inside', { name, count: kept })] : []),
    ...(pieces > 0 ? [say('digests.pieces', { count: pieces })] : []),
    ...(opened > 0 ? [say('digests.opened', { count: opened })] : []),
  ]
}

/** A child's words cannot begin a line that looks like ours. */
const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

/** A text holds no words of a child at all: it is read over a shoulder, and by whoever carries it. */
export function writeText(news: readonly News[], locale: Locale, { open, stop }: Places): string {
  const names = new Intl.ListFormat(`${locale}-CA`).format(news.map(({ givenName }) => givenName))
  return sayIn(locale, 'digests.text', { names, open, stop })
}
