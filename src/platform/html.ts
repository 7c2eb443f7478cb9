/** HTML that was written here; everything put into it is escaped unless it was written here too. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[]

/** html`<p>${words}</p>`: a page is a function of what it shows, and nobody's words become markup. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.reduce((text, part, place) => text + textOf(pieces[place - 1]) + part))
}

function textOf(piece: Piece): string {
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return piece ? piece.map(textOf).join('') : ''
}

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Also what is invisible and turns the direction of everything after it. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (sign) => names[sign] ?? '')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
}
