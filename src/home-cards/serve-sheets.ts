import type { FastifyInstance } from 'fastify'
import { html } from '../platform/html.ts'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { sayWeekdayAndDay } from '../platform/locales.ts'
import { showCode, writePlainPage } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { localeOf, sayIn } from '../platform/words.ts'
import { pathTo } from './hand-link.ts'
import { readSheet } from './store.ts'

type Asked = { params: { id: string } }

/** A sheet for each family; the picture stands on none, the child knows it. */
export function serveSheets(app: FastifyInstance, ground: Ground, options: HttpOptions): void {
  app.get('/home-card/sheets/:id', async (request, reply) => {
    const { id } = (request as unknown as Asked).params
    if (!isId(id)) throw new Refusal('not_found')
    const sheet = await inside(ground, request, reply, options, (context) => readSheet(context, id))
    if (!sheet) throw new Refusal('not_found')
    const locale = localeOf(request)
    const say = (key: string, values = {}) => sayIn(locale, `home-cards.${key}`, values)
    const title = say('sheets-title', { name: sheet.class })
    const cards = sheet.cards.map(({ id: cardId, givenName, endsAt }) => {
      const link = options.origin + pathTo(ground.secret, cardId)
      // the last day it opens, not the midnight after it
      const lastDay = new Date(Date.parse(endsAt) - 1000)
      const until = sayWeekdayAndDay(locale, lastDay, { timeZone: sheet.timeZone, withYear: true })
      return html`<section class="sheet">${showCode(link, say('sheet-code', { name: givenName }))}<p>${sheet.school}</p>
<h2>${say('sheet-whose', { name: givenName })}</h2><p>${say('sheet-what', { name: givenName })}</p>
<ol><li>${say('sheet-scan')}</li><li>${say('sheet-tap')}</li><li>${say('sheet-look')}</li></ol>
<p>${say('sheet-until', { day: until })}</p><p class="link">${link}</p></section>`
    })
    const body = html`<main><div class="screen"><h1>${title}</h1><p>${say(cards.length === 0 ? 'sheets-none' : 'sheets-lead')}</p></div>${cards}</main>`
    const page = writePlainPage({ locale, print: true, title, body })
    return reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
  })
}
