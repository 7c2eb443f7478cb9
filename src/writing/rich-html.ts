import { type Html, html } from '../platform/html.ts'
import { groupBlocks, type RichText, type Span, type Tree } from './rich-text.ts'

/** A page for a stranger is read in two minutes: of a long text it shows the beginning. */
const longestShown = 3_500

/** Plain words as paragraphs. `dir=auto` lets every language begin on its own side. */
export function showWords(text: string): Html {
  const lines = (paragraph: string) =>
    paragraph.split('\n').map((line, place) => html`${place > 0 && html`<br>`}${line}`)
  return html`${text
    .trim()
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p dir="auto">${lines(paragraph)}</p>`)}`
}

export function showText(part: { text: string; rich?: RichText | undefined }, goesOn: string): Html {
  if (part.text.length > longestShown) {
    return html`<div class="words">${showWords(`${part.text.slice(0, longestShown)} …`)}<p class="quiet">${goesOn}</p></div>`
  }
  if (!part.rich) return html`<div class="words">${showWords(part.text)}</div>`
  return html`<div class="words">${groupBlocks(part.rich).map((group) =>
    group.kind === 'block' ? showBlock(group.block) : showList(group.kind, group.items),
  )}</div>`
}

function showBlock({ kind, spans }: { kind: string; spans: Span[] }): Html {
  const said = spans.map(showSpan)
  if (kind === 'heading') return html`<h4 dir="auto">${said}</h4>`
  if (kind === 'subheading') return html`<h5 dir="auto">${said}</h5>`
  if (kind === 'quote') return html`<blockquote dir="auto">${said}</blockquote>`
  return html`<p dir="auto">${said}</p>`
}

function showList(kind: string, items: readonly Tree[]): Html {
  const shown = items.map(
    ({ item, under }) =>
      html`<li dir="auto">${item.spans.map(showSpan)}${under.length > 0 && showList(under[0]?.item.kind ?? kind, under)}</li>`,
  )
  return kind === 'number' ? html`<ol>${shown}</ol>` : html`<ul>${shown}</ul>`
}

function showSpan({ text, bold, italic, link }: Span): Html {
  const lines = html`${text.split('\n').map((line, place) => html`${place > 0 && html`<br>`}${line}`)}`
  const bolder = bold ? html`<strong>${lines}</strong>` : lines
  const slanted = italic ? html`<em>${bolder}</em>` : bolder
  return link === undefined ? slanted : showLink(link, slanted)
}

/** Only what opens a page or a letter; everything else stays words. */
export function showLink(url: string, words: Html): Html {
  if (!/^(https?:|mailto:)/i.test(url)) return words
  return html`<a href="${url}" rel="noopener noreferrer nofollow">${words}</a>`
}
