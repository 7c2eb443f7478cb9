import type { BehindExhibition, ShownStand } from '../exhibitions/door-store.ts'
import { nameOf, sayingIn } from '../exhibitions/show-guide.ts'
import { html } from '../platform/html.ts'
import type { Locale } from '../platform/locales.ts'
import { wrap } from '../showcases/show-page.ts'
import { slipScript } from './make-script.ts'
import { longestSignature, longestSlip, slipMinutes, type SlipTrouble } from './slip.ts'

type Standing = { exhibition: BehindExhibition; stand: ShownStand; locale: Locale; path: string }
type Typed = { words: string; signed: string }
type Writing = Standing & { id: string; typed?: Typed | undefined }

/**
 * A plain form: it works without a script, and being sent twice it is kept once. The script adds a recorder and paper;
 * where it does not run, or a telephone does not let it record, a file can be chosen.
 */
export function showSlipForm({ stand, locale, path, id, typed }: Writing, trouble?: SlipTrouble) {
  const say = sayingIn(locale)
  const name = nameOf(stand)
  const title = say('slips.for', { name })
  const back = path.slice(0, path.lastIndexOf('/'))
  const inks = Object.entries(inkColors)
  return wrap({
    locale,
    look: 'paper',
    title,
    style,
    script: slipScript(locale),
    playsOwn: true,
    body: html`<main class="door leave"><h1>${title}</h1><p>${say('slips.meaning', { name })}</p>
<form method="post" action="${path}?in=${locale}" enctype="multipart/form-data"><p role="alert" id="trouble" ${!trouble && html`hidden`}>${trouble && say(`slips.${trouble}`, { minutes: slipMinutes })}</p>
<input type="hidden" name="id" value="${id}">
<label for="words">${say('slips.words')}</label><textarea id="words" name="words" rows="5" maxlength="${longestSlip}">${typed?.words}</textarea>
<div id="ways" class="ways" hidden><button type="button" class="second" id="speak">${say('slips.speak')}</button><button type="button" class="second" id="draw">${say('slips.draw')}</button></div>
<fieldset id="voice" hidden><legend>${say('slips.voice')}</legend><p id="voice-line"><span id="voice-state" role="status"></span> <span id="clock" aria-hidden="true"></span></p>
<audio id="heard" controls hidden aria-label="${say('slips.heard')}"></audio>
<div class="ways"><button type="button" id="stop" hidden>${say('slips.stop')}</button><button type="button" class="second" id="again" hidden>${say('slips.again')}</button><button type="button" class="second" id="no-voice">${say('slips.no-voice')}</button></div></fieldset>
<fieldset id="drawing" hidden><legend>${say('slips.drawing')}</legend><p>${say('slips.drawing-meaning')}</p>
<canvas id="paper" width="960" height="720" role="img" aria-label="${say('slips.paper')}"></canvas>
<div class="inks" role="group" aria-label="${say('slips.inks')}">${inks.map(([ink, color], place) => html`<button type="button" class="second ${ink}" data-ink="${color}" aria-pressed="${place === 0 ? 'true' : 'false'}">${say(`slips.ink-${ink}`)}</button>`)}</div>
<div class="ways"><button type="button" class="second" id="undo" disabled>${say('slips.undo')}</button><button type="button" class="second" id="no-drawing">${say('slips.no-drawing')}</button></div></fieldset>
<div id="chooser"><label for="file">${say('slips.add-file')}</label><input type="file" id="file" name="file" accept="audio/*" capture><p class="quiet" id="plainly">${say('slips.plainly')}</p></div>
<label for="signed">${say('slips.signed')}</label><input id="signed" name="signed" autocomplete="off" maxlength="${longestSignature}" value="${typed?.signed}">
<button type="submit" id="send">${say('slips.send')}</button></form>
<p><a href="${back}?in=${locale}">${say('slips.back')}</a></p></main>`,
  })
}

export function showSlipThanks({ stand, locale, path }: Standing) {
  const say = sayingIn(locale)
  const title = say('slips.sent')
  const [stands, guide] = [path.slice(0, path.lastIndexOf('/')), path.split('/').slice(0, 4).join('/')]
  return wrap({
    locale,
    look: 'paper',
    title,
    body: html`<main class="door"><h1>${title}</h1><p>${say('slips.sent-meaning', { name: nameOf(stand) })}</p>
<p><a href="${guide}?in=${locale}">${say('exhibitions.back-to-guide')}</a></p><p><a href="${stands}?in=${locale}">${say('slips.back')}</a></p></main>`,
  })
}

type Late = { locale: Locale; isOver: boolean; typed: Typed }

/** The pass ended, or the work was taken away, while somebody wrote: what they typed is theirs, and given back. */
export function showLateSlip({ locale, isOver, typed }: Late) {
  const say = sayingIn(locale)
  const title = say('slips.late')
  return wrap({
    locale,
    look: 'paper',
    title,
    style,
    body: html`<main class="door"><h1>${title}</h1><p role="alert">${say(isOver ? 'slips.late-over' : 'slips.late-gone')}</p>
${typed.words.trim() !== '' && html`<p>${say('slips.late-yours')}</p><blockquote class="yours" dir="auto">${typed.words}</blockquote>`}</main>`,
  })
}

const inkColors = { black: '#1e2320', red: '#b3261e', green: '#2a7a3b', blue: '#1f5a82' }

const style = `.leave{padding-top:8vh}
.leave form+p{margin-top:1.75rem}
#plainly{margin-top:.5rem}
textarea{font:inherit;width:100%;padding:.6rem .75rem;border:1px solid var(--quiet);border-radius:10px;background:var(--surface);color:var(--ink)}
textarea:focus-visible{outline:3px solid var(--own);outline-offset:3px}
[hidden]{display:none!important}
.ways{display:flex;flex-wrap:wrap;gap:0 .75rem}
.second{background:var(--surface);color:var(--own);border:2px solid var(--own)}
button:disabled{opacity:.55}
fieldset{margin:1.5rem 0 0;padding:1rem;border:1px solid var(--line);border-radius:10px;background:var(--surface);min-width:0}
legend{font-weight:600;padding:0 .35rem}
#voice-line{font-size:1.25rem;margin:0;font-variant-numeric:tabular-nums}
#heard{margin-top:.75rem}
#paper{display:block;width:100%;height:auto;background:#fff;border:1px solid var(--quiet);border-radius:10px;touch-action:none;cursor:crosshair}
.inks{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:0 .5rem}
.inks button{padding:.5rem}
.inks button::before{content:"";display:inline-block;width:.9em;height:.9em;margin-right:.45em;border-radius:50%;border:1px solid var(--quiet);background:currentColor;vertical-align:-.1em}
${Object.entries(inkColors)
  .map(([ink, color]) => `.inks .${ink}::before{background:${color}}`)
  .join('')}
.inks [aria-pressed=true]{background:var(--own);color:var(--surface)}
input[type=file]{padding:.5rem;border-style:dashed}
.yours{white-space:pre-line}`
