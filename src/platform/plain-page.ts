import { createHash } from 'node:crypto'
import { encode } from 'uqr'
import { type Html, html, Html as HtmlText } from './html.ts'
import { localeAfter, localeNames, type Locale } from './locales.ts'

/**
 * A page written by the server, read without a script: for families on whatever telephone there is. The colors are
 * those of src/ui/tokens.css.
 */
export type PlainPage = { locale: Locale; title: string; body: Html; print?: boolean }

/** Not for search engines, not for the next page, not for a shared cache. */
const headers = {
  'x-robots-tag': 'noindex, nofollow, noarchive, noimageindex',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
  vary: 'accept-language, cookie, accept-encoding',
}

export function writePlainPage({ locale, title, body, print }: PlainPage) {
  const style = print ? `${screen}${sheets}` : screen
  const page = html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow,noarchive,noimageindex"><meta name="referrer" content="no-referrer">
<title>${title}</title><link rel="icon" href="data:,"><style>${new HtmlText(style)}</style></head><body>${body}</body></html>`
  const hash = createHash('sha256').update(style).digest('base64')
  return {
    body: page.text,
    headers: {
      ...headers,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  }
}

/** The same page in the next language. */
export function otherLanguage(locale: Locale, path = ''): Html {
  const other = localeAfter(locale)
  return html`<a href="${path}?in=${other}" lang="${other}" hreflang="${other}">${localeNames[other]}</a>`
}

/** A code for a telephone's camera: black on white whatever the page's colors are, with the quiet margin it needs. */
export function showCode(text: string, label: string): Html {
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return html`<svg class="code" role="img" aria-label="${label}" viewBox="0 0 ${data.length} ${data.length}" shape-rendering="crispEdges"><rect width="${data.length}" height="${data.length}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}

const screen = `:root{color-scheme:light dark;--ground:#f6f4ee;--surface:#fefdfa;--line:#d9d6ca;--ink:#1e2320;--quiet:#5a6056;--own:#1f5c4a}
@media(prefers-color-scheme:dark){:root{--ground:#171a18;--surface:#202421;--line:#353b36;--ink:#ecebe2;--quiet:#a8b0a4;--own:#86cbb0}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main,.foot{max-width:46rem;margin:0 auto;padding:1.5rem clamp(16px,4vw,40px)}
h1,h2,h3{font-family:Georgia,"Times New Roman",serif;font-weight:400;line-height:1.2;margin:0 0 .75rem;text-wrap:balance}
h1{font-size:2rem}h2{font-size:1.75rem;margin-top:2.5rem;padding-top:1rem;border-top:3px solid var(--own)}h3{font-size:1.25rem}
p{margin:0 0 .8rem;max-width:66ch}
a{color:var(--own);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,summary:focus-visible{outline:3px solid var(--own);outline-offset:3px}
nav a,.foot a,.go a{display:inline-block;padding:.5rem 1rem .5rem 0;min-height:44px}
ul{padding-left:1.3em}ul.plain{list-style:none;padding:0;margin:0}
article{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:1rem;margin:0 0 1rem}
article h2,.sheet h2{margin:0 0 .75rem;padding:0;border:0}
blockquote{margin:0 0 1rem;padding:.25rem 0 .25rem 1rem;border-left:3px solid var(--own);font-size:1.1875rem}
img{display:block;max-width:100%;height:auto;border-radius:8px;background:var(--line);margin:0 0 .75rem}
audio{display:block;width:100%;max-width:32rem;height:54px}
video{display:block;width:100%;max-height:70vh;border-radius:8px;background:#171a18;margin:0 0 1rem}video.voice{height:9rem}
dt{font-weight:600}dd{margin:0 0 .5rem}.lines{white-space:pre-line}
.quiet{color:var(--quiet);font-size:.9375rem}
.door{max-width:34rem;padding-top:14vh}
label{display:block;font-weight:600;margin:1.25rem 0 .35rem}
label.tick{display:flex;gap:.6rem;align-items:center;font-weight:400;min-height:44px;margin:.75rem 0 0}
label.tick input{width:24px;min-height:24px;flex:none}
input,textarea,select{font:inherit;width:100%;padding:.6rem .75rem;min-height:48px;border:1px solid var(--quiet);border-radius:10px;background:var(--surface);color:var(--ink)}
button{font:inherit;font-weight:600;margin-top:1rem;min-height:48px;padding:.5rem 1.5rem;border:0;border-radius:10px;background:var(--own);color:var(--surface)}
main.tap{max-width:52rem;text-align:center}.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(7rem,28%),1fr));gap:1rem}
.pictures button{margin:0;padding:12%;aspect-ratio:1;background:#fff;border:3px solid var(--quiet);border-radius:16px}.pictures svg{display:block;width:100%}
summary{min-height:44px;padding:.5rem 0;cursor:pointer}
.machine{color:var(--quiet);font-size:.9375rem;margin:-.4rem 0 .8rem}
.tongue{margin:0 0 1.5rem}
[role=alert]{border-left:4px solid var(--own);padding-left:.75rem}`

/** One sheet of paper each, black on white. */
const sheets = `
.sheet{background:#fff;color:#000;border:1px solid var(--line);border-radius:10px;padding:2.5rem;margin:0 0 1.5rem;font-size:1.0625rem}
.sheet .code{width:42mm;height:42mm;float:right;margin:0 0 1rem 1.5rem}
@media screen and (max-width:34rem){.sheet{padding:1.25rem}.sheet .code{float:none;margin:0 0 1rem}}
.sheet .link{font-family:ui-monospace,monospace;font-size:.8125rem}
table{border-collapse:collapse;width:100%;background:#fff;color:#000}caption{padding:.6rem .75rem;background:#fff}th,td{text-align:left;padding:.6rem .75rem;border-bottom:1px dashed #777}
td.pin{font-family:ui-monospace,monospace;font-size:1.25rem;letter-spacing:.15em}
@media print{:root{color-scheme:light;--ground:#fff;--ink:#000}body{font-size:12pt}.screen{display:none}main{max-width:none;padding:0}
.sheet{border:0;border-radius:0;padding:12mm;margin:0;break-after:page;break-inside:avoid}.sheet:last-child{break-after:auto}tr{break-inside:avoid}}`

/** A plain form came from a page of ours: browsers say so, and a session is opened on nobody's behalf. */
export const isFromElsewhere = (site: string | string[] | undefined): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none'
