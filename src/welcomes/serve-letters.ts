import type { FastifyInstance } from 'fastify'
import { type HttpOptions, inside } from '../platform/http.ts'
import { isId } from '../platform/id-form.ts'
import { type Html, html } from '../platform/html.ts'
import { showCode, writePlainPage } from '../platform/plain-page.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ground } from '../platform/transaction.ts'
import { isLocale, type Locale, sayWeekdayAndDay } from '../platform/locales.ts'
import { chosenLocale, localeOf, sayIn } from '../platform/words.ts'
import { pathTo, pinFor } from './hand-link.ts'
import { type Letter, readLetters } from './store.ts'

/** What the address of the route promises; Fastify types only routes that carry it in their generics. */
type Asked = { params: { classId: string } }

/**
 * Letters for a whole class, one page each in the family's language, and on sheets of their own the PINs, so that
 * whoever finds a letter has only half of it.
 */
export function serveLetters(app: FastifyInstance, ground: Ground, options: HttpOptions): void {
  const kinds = { letters: showLetters, pins: showPins }
  for (const kind of ['letters', 'pins'] as const) {
    app.get(`/welcome/${kind}/:classId`, async (request, reply) => {
      const { classId } = (request as unknown as Asked).params
      if (!isId(classId)) throw new Refusal('not_found')
      const found = await inside(ground, request, reply, options, (context) => readLetters(context, classId))
      if (!found) throw new Refusal('not_found')
      const locale = localeOf(request)
      const page = writePlainPage({
        locale,
        print: true,
        title: sayIn(locale, `welcomes.${kind}-title`, { name: found.name }),
        body: html`<main><div class="screen"><h1>${sayIn(locale, `welcomes.${kind}-title`, { name: found.name })}</h1>
<p>${sayIn(locale, found.letters.length === 0 ? 'welcomes.letters-none' : `welcomes.${kind}-lead`)}</p></div>
${kinds[kind](found.letters, { locale, secret: ground.secret, origin: options.origin, only: chosenLocale(request) })}</main>`,
      })
      return reply.headers(page.headers).type('text/html; charset=utf-8').send(page.body)
    })
  }
}

type Printing = { locale: Locale; secret: string; origin: string; only: Locale | undefined }

const namesIn = (locale: Locale, names: readonly string[]) =>
  new Intl.ListFormat(`${locale}-CA`).format(names)

function showLetters(letters: readonly Letter[], { secret, origin, only, locale }: Printing): Html[] {
  return letters.map((letter) => {
    const own: Locale = only ?? (isLocale(letter.locale) ? letter.locale : locale)
    const say = (key: string, values = {}) => sayIn(own, key, values)
    const link = origin + pathTo(secret, letter.id)
    const names = namesIn(own, letter.children)
    const day = sayWeekdayAndDay(own, letter.endsAt, { timeZone: letter.timeZone, withYear: true })
    return html`<section class="sheet" lang="${own}">${showCode(link, say('welcomes.letter-code'))}
<p>${letter.school}</p><h3>${say('welcomes.letter-dear', { name: letter.guardian })}</h3>
<p>${say('welcomes.letter-what', { names })}</p><ol><li>${say('welcomes.letter-scan')}</li><li>${say('welcomes.letter-pin')}</li><li>${say('welcomes.letter-look', { names })}</li></ol>
<p>${say('welcomes.letter-link')}</p><p class="link">${link}</p>
<p>${say('welcomes.letter-until', { day })}</p><p>${say('welcomes.letter-private')}</p></section>`
  })
}

function showPins(letters: readonly Letter[], { secret, locale }: Printing): Html | undefined {
  if (letters.length === 0) return undefined
  const say = (key: string) => sayIn(locale, key)
  return html`<table><thead><tr><th scope="col">${say('welcomes.pins-whose')}</th><th scope="col">${say('welcomes.pins-children')}</th><th scope="col">${say('welcomes.pins-pin')}</th></tr></thead><tbody>${letters.map(
    (letter) =>
      html`<tr><td>${letter.guardian}</td><td>${namesIn(locale, letter.children)}</td><td class="pin">${pinFor(secret, letter.id)}</td></tr>`,
  )}</tbody></table>`
}
