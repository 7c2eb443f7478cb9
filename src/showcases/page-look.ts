import type { Look } from '../collections/collection.ts'

/**
 * The looks of a showcase page: a ground, a surface, ink, a quieter ink, and one color that is the learner's. Each
 * by day and by night, from the palette of src/ui/tokens.css; page-look.test.ts holds them to their contrast.
 */
type Colors = { ground: string; surface: string; line: string; ink: string; quiet: string; own: string }
type LookColors = { light: Colors; dark: Colors }

const night = { line: '#353b36', ink: '#ecebe2', quiet: '#a8b0a4' }
const day = { line: '#d9d6ca', ink: '#1e2320', quiet: '#5a6056' }

export const lookColors: Record<Look, LookColors> = {
  paper: {
    light: { ...day, ground: '#f6f4ee', surface: '#fefdfa', own: '#1f5c4a' },
    dark: { ...night, ground: '#171a18', surface: '#202421', own: '#86cbb0' },
  },
  spruce: {
    light: { ...day, line: '#bccfc4', ground: '#dfeae3', surface: '#fefdfa', own: '#164637' },
    dark: { ...night, ground: '#1f3029', surface: '#171a18', own: '#a5dcc6' },
  },
  dawn: {
    light: { ...day, line: '#e3c7b0', ground: '#f8e6d6', surface: '#fefdfa', own: '#97431a' },
    dark: { ...night, ground: '#39271a', surface: '#171a18', own: '#f2ab7d' },
  },
  lake: {
    light: { ...day, line: '#bfd0dc', ground: '#dfeaf1', surface: '#fefdfa', own: '#1f5a82' },
    dark: { ...night, ground: '#182b39', surface: '#171a18', own: '#90c5eb' },
  },
  night: {
    light: { ...night, ground: '#171a18', surface: '#202421', own: '#f2ab7d' },
    dark: { ...night, ground: '#0f1110', surface: '#171a18', own: '#f2ab7d' },
  },
}

const variables = (colors: Colors) =>
  Object.entries(colors)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** Everything a page needs, without a script and without a shift: the one face for names is taken only if it is
 * there in time, and words are in the reader's own, so that all before the pictures stays under 60 KB. */
export function styleOf(look: Look): string {
  const { light, dark } = lookColors[look]
  return `@font-face{font-family:Work;src:url(/guest/fonts/work.woff2) format("woff2");font-display:optional}
:root{color-scheme:${look === 'night' ? 'dark' : 'light dark'};${variables(light)}}
@media(prefers-color-scheme:dark){:root{${variables(dark)}}}
${plain}
@media print{:root{color-scheme:light;${variables({ ...lookColors.paper.light, ground: '#ffffff', surface: '#ffffff' })}}${print}}`
}

const plain = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main,.top,.foot{max-width:58rem;margin:0 auto;padding:0 clamp(16px,4vw,40px)}
h1,h2,h3{font-family:Work,Georgia,"Times New Roman",serif;font-weight:400;line-height:1.15;margin:0;text-wrap:balance}
h1{font-size:clamp(2.25rem,1.5rem + 4vw,4rem)}
h2{font-size:1.75rem;margin:3.5rem 0 1.25rem;padding-top:1rem;border-top:3px solid var(--own)}
h3{font-size:1.5rem}
h4,.label{font-size:1rem;font-weight:700;margin:0 0 .35rem;color:var(--own)}
p{margin:0 0 .8rem;max-width:66ch}
a{color:var(--own);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--own);outline-offset:3px}
img,video{display:block;max-width:100%;height:auto;border-radius:10px;background:var(--line)}
audio{display:block;width:100%;max-width:32rem;height:54px}
figure{margin:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
figcaption,.quiet{color:var(--quiet);font-size:.9375rem}
.cover{padding-top:clamp(1.5rem,5vw,4rem)}
.by{font-size:1.1875rem;margin:.75rem 0 0;color:var(--quiet)}
.cover img{width:100%;max-height:70vh;object-fit:cover;margin-top:2rem}
.about{margin-top:2rem;font-size:1.1875rem}
nav ul{list-style:none;margin:1.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
nav a{display:inline-block;padding:.35rem 0}
article{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:clamp(1rem,3vw,2rem);margin:0 0 1.5rem}
article[data-highlight]{border-left:6px solid var(--own)}
.mark{display:inline-block;margin:0 0 .5rem;padding:.1rem .6rem;border-radius:99px;background:var(--own);color:var(--surface);font-size:.875rem}
blockquote{margin:1rem 0 1.5rem;padding:0 0 0 1rem;border-left:3px solid var(--own);font-size:1.1875rem}
.shown{display:grid;gap:1.25rem;margin-top:1.25rem}
.pair{display:grid;gap:1rem;margin-top:1rem}
.way{display:grid;gap:.75rem;grid-template-columns:1fr 1fr;margin:1rem 0 0;padding:0;list-style:none}
@media(min-width:40rem){.pair{grid-template-columns:1fr 1fr}.way{grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}}
.beside{margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--line)}
.small img{width:100%;aspect-ratio:4/3;object-fit:cover}
.words ul,.words ol{max-width:66ch;padding-left:1.4em}
.words h4,.words h5{color:inherit;font-size:1.0625rem;margin:1rem 0 .3rem}
.foot{padding-top:3rem;padding-bottom:3rem;display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between}
.door{max-width:34rem;margin:0 auto;padding:18vh 24px}
.door h1{font-size:2rem;margin-bottom:1rem}
label{display:block;font-weight:600;margin:1.5rem 0 .35rem}
input{font:inherit;width:100%;padding:.6rem .75rem;min-height:48px;border:1px solid var(--quiet);border-radius:10px;background:var(--surface);color:var(--ink)}
button{font:inherit;font-weight:600;margin-top:1rem;min-height:48px;padding:.5rem 1.5rem;border:0;border-radius:10px;background:var(--own);color:var(--surface)}
.note{background:var(--own);color:var(--surface);padding:.6rem clamp(16px,4vw,40px);text-align:center}
[role=alert]{border-left:4px solid var(--own);padding-left:.75rem}`

const print = `body{font-size:11pt}audio,video,nav,.note{display:none}article{break-inside:avoid;border-color:#999}h2{break-after:avoid}.cover img{max-height:11cm}.shown img{max-height:12cm;width:auto}a{color:inherit}`
