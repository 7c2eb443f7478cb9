import type { CopyContent } from '../collections/copy-store.ts'
import { type Html, html } from '../platform/html.ts'
import { showAudio, showMedia, showPicture, type Telling } from './show-media.ts'
import { showLink, showText, showWords } from '../writing/rich-html.ts'

export type Choice = CopyContent['sections'][number]['choices'][number]
type Iteration = Choice['iterations'][number]
type Part = Iteration['parts'][number]

/** A piece as a stranger meets it: what it is called, why it was chosen, the work, how it grew, what was said. */
export function showChoice(telling: Telling, choice: Choice): Html {
  const title = choice.piece?.title || telling.say('showcases.page-untitled')
  const latest = choice.iterations.at(-1)
  const shown =
    choice.scope === 'pair' ? showPair(telling, choice) : latest && showParts(telling, latest.parts)
  return html`<article ${choice.highlight && html`data-highlight`} aria-labelledby="w-${choice.id}">
${choice.highlight && html`<p class="mark">${telling.say('showcases.page-highlight')}</p>`}
<h3 id="w-${choice.id}" dir="auto">${title}</h3>
${showWhy(telling, choice)}${shown}${showGrowth(telling, choice)}${showBeside(telling, choice)}</article>`
}

function showWhy(telling: Telling, { why, whyMedia }: Choice): Html | undefined {
  if (why.trim() === '' && !whyMedia) return undefined
  const label = telling.say('showcases.page-why')
  return html`<blockquote><p class="label">${label}</p>${showWords(why)}${whyMedia && showAudio(telling, whyMedia, label)}</blockquote>`
}

function showParts(telling: Telling, parts: readonly Part[], sizes?: string): Html {
  return html`<div class="shown">${parts.map((part) => showPart(telling, part, sizes))}</div>`
}

function showPart(telling: Telling, part: Part, sizes: string | undefined): Html {
  if (part.kind === 'text') return showText(part, telling.say('showcases.page-goes-on'))
  if (part.kind === 'media') return showMedia(telling, part, sizes)
  return html`<p>${showLink(part.url, html`${part.caption || part.url}`)}</p>`
}

function showPair(telling: Telling, { iterations }: Choice): Html {
  return html`<div class="pair">${iterations.map(
    (one) =>
      html`<div><p class="label">${attemptOf(telling, one)}</p>${showParts(telling, one.parts, '(min-width: 58rem) 25rem, 92vw')}${showChanged(telling, one)}</div>`,
  )}</div>`
}

const attemptOf = (telling: Telling, { number, madeAt }: Iteration) =>
  html`${telling.say('showcases.page-attempt', { number })} · ${telling.sayDate(madeAt)}`

const showChanged = (telling: Telling, { whatChanged }: Iteration) =>
  whatChanged.trim() !== '' &&
  html`<p class="quiet" dir="auto">${telling.say('showcases.page-changed')} ${whatChanged}</p>`

/** All attempts in a row, the way as it was walked. */
function showGrowth(telling: Telling, { growth, scope, iterations }: Choice): Html | undefined {
  if (!growth || scope !== 'piece' || iterations.length < 2) return undefined
  return html`<div class="beside"><h4>${telling.say('showcases.page-grew', { count: iterations.length })}</h4>
<ol class="way">${iterations.map(
    (one) =>
      html`<li class="small">${showSmall(telling, one)}<p class="quiet">${attemptOf(telling, one)}</p>${showChanged(telling, one)}</li>`,
  )}</ol></div>`
}

function showSmall(telling: Telling, { parts }: Iteration): Html | undefined {
  for (const part of parts) {
    if (part.kind === 'media') {
      const picture = showPicture(telling, part.media, { alt: part.alt, sizes: '12rem' })
      if (picture) return picture
    }
    if (part.kind === 'text' && part.text.trim() !== '') {
      const begin = part.text.trim().slice(0, 140)
      return html`<p dir="auto">${begin}${part.text.length > 140 && ' …'}</p>`
    }
  }
  return undefined
}

function showBeside(telling: Telling, { beside }: Choice): Html | undefined {
  if (beside.length === 0) return undefined
  const needed = beside.filter(({ kind }) => kind === 'tag')
  const spoken = beside.filter(({ kind }) => kind !== 'tag')
  return html`<div class="beside">${showNeeded(telling, needed)}${spoken.map(
    ({ kind, words, prompt, media }) => {
      const label = telling.say(kind === 'feedback' ? 'showcases.page-feedback' : 'showcases.page-thinking')
      return html`<p class="label">${label}</p>${prompt !== '' && html`<p class="quiet" dir="auto">${prompt}</p>`}${showWords(words)}${media.map(
        (one) => showMedia(telling, { media: one, caption: '', alt: label }),
      )}`
    },
  )}</div>`
}

/** What the work needed in its learner's judgement, in plain words. */
function showNeeded(telling: Telling, tags: Choice['beside']): Html | undefined {
  if (tags.length === 0) return undefined
  const names = tags.map(({ words, translated }) => translated?.[telling.locale] ?? words)
  return html`<p class="label">${telling.say('showcases.page-needed')}</p><ul>${names.map((name) => html`<li>${name}</li>`)}</ul>`
}
