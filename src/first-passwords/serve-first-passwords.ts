import type { FastifyInstance } from 'fastify'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { html } from '../platform/html.ts'
import { writePlainPage } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import type { Locale } from '../platform/locales.ts'
import { localeOf, sayIn } from '../platform/words.ts'
import { passwordFor } from './make-password.ts'
import { printedOfClass, printedOfStaff, type PrintedPlace } from './store.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { id: string } }

/** Strips to cut apart: a name, a name to sign in with, a password. Only whose nobody came in by yet. */
export function serveFirstPasswords(app: FastifyInstance, ground: Ground, options: HttpOptions): void {
  for (const [kind, read] of [
    ['class', printedOfClass],
    ['staff', printedOfStaff],
  ] as const) {
    app.get(`/first-passwords/${kind}/:id`, async (request, reply) => {
      const { id } = (request as unknown as Asked).params
      if (!isId(id)) throw new Refusal('not_found')
      const found = await inside(ground, request, reply, options, (context) => read(context, id))
      if (!found) throw new Refusal('not_found')
      const locale = localeOf(request)
      const page = writePlainPage(sheetOf(found, { locale, secret: ground.secret, origin: options.origin }))
      return reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
    })
  }
}

type Printing = { locale: Locale; secret: string; origin: string }

function sheetOf({ name, school, passwords }: PrintedPlace, { locale, secret, origin }: Printing) {
  const say = (key: string, values = {}) => sayIn(locale, `first-passwords.${key}`, values)
  const title = say('sheet-title', { name })
  const body = html`<main><div class="screen"><h1>${title}</h1>
<p>${say(passwords.length === 0 ? 'sheet-none' : 'sheet-lead')}</p></div>${
    passwords.length > 0 &&
    html`<table><caption>${school}</caption><thead><tr><th scope="col">${say('whose')}</th><th scope="col">${say('username')}</th><th scope="col">${say('password')}</th></tr></thead><tbody>${passwords.map(
      (one) =>
        html`<tr><th scope="row">${one.name}<br><small>${origin}</small></th><td class="pin">${one.username}</td><td class="pin">${passwordFor(secret, one.id)}</td></tr>`,
    )}</tbody></table>`
  }</main>`
  return { locale, title, body, print: true }
}
