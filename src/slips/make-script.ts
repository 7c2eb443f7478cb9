import type { Locale } from '../platform/locales.ts'
import { sayIn } from '../platform/words.ts'
import { openRecorder, type Recorder } from './capture-voice.ts'
import { openPaper, type Paper, paintLines } from './draw-paper.ts'
import { largestSlipFile, longestVoice } from './slip.ts'

/** What the script says by itself; everything else stands in the page. */
const sentences = [
  'away',
  'failed',
  'file-large',
  'file-long',
  'full',
  'hear-first',
  'leaving',
  'no-microphone',
  'ready',
  'recording',
]

/**
 * The script of the page. Its functions travel as they are written here, so they use one another and what is given
 * to `runSlip`, and nothing else that is imported.
 */
export function slipScript(locale: Locale): string {
  const said = Object.fromEntries(sentences.map((key) => [key, sayIn(locale, `slips.${key}`)]))
  said['clock'] = sayIn(locale, 'slips.clock', { seconds: '{seconds}', most: longestVoice })
  const settings = JSON.stringify({ said, most: longestVoice, largest: largestSlipFile })
  const given = [settings.replaceAll('<', '\\u003c'), openPaper, paintLines, openRecorder].map(String)
  const functions = [openPage, offerVoice, offerPaper, watchFile, sendForm, runSlip].map(String)
  return `(()=>{${functions.join('\n')}\nrunSlip(${given.join(',')})})()`
}

type Settings = { said: Record<string, string>; most: number; largest: number }
type SlipPage = ReturnType<typeof openPage>

function runSlip(
  settings: Settings,
  paperOn: typeof openPaper,
  paint: typeof paintLines,
  recorderFor: typeof openRecorder,
): void {
  const page = openPage(settings)
  const recorder = offerVoice(page, settings, recorderFor)
  const paper = offerPaper(page, paperOn, paint)
  watchFile(page, settings)
  sendForm(page, recorder, paper)
  page.open('ways')
}

/** One way at a time: to speak, to draw, to choose a file, or the choice of them. */
function openPage({ said }: Settings) {
  const by = (id: string) => document.getElementById(id) as HTMLElement
  const show = (shown: boolean, ...ids: string[]) => {
    for (const id of ids) by(id).hidden = !shown
  }
  const say = (id: string, key?: string) => {
    by(id).textContent = key === undefined ? '' : (said[key] ?? key)
  }
  const trouble = (key?: string) => {
    say('trouble', key)
    show(key !== undefined, 'trouble')
    if (key !== undefined) by('trouble').scrollIntoView({ block: 'center' })
  }
  const records = 'MediaRecorder' in globalThis && 'mediaDevices' in navigator
  const file = by('file') as HTMLInputElement
  const open = (what: 'ways' | 'voice' | 'drawing' | 'chooser') => {
    show(what === 'voice', 'voice')
    show(what === 'drawing', 'drawing')
    show(what === 'ways' || what === 'chooser', 'ways')
    show(what === 'chooser' || (what === 'ways' && !records), 'chooser')
    show(records, 'speak')
    // what was chosen before somebody speaks or draws instead is not sent along
    if (what === 'voice' || what === 'drawing') file.value = ''
  }
  return { by, show, say, trouble, open, file }
}

function offerVoice(page: SlipPage, { said, most }: Settings, recorderFor: typeof openRecorder) {
  const { by, show, say, trouble, open } = page
  const heard = by('heard') as HTMLAudioElement
  const tell = (seconds: number) => say('clock', said['clock']?.replace('{seconds}', String(seconds)))
  const finish = async (key: string) => {
    await recorder.stop()
    const voice = recorder.voice()
    if (voice) heard.src = URL.createObjectURL(voice)
    say('voice-state', key)
    show(false, 'clock', 'stop')
    show(true, 'heard', 'again', 'no-voice')
    by('again').focus()
  }
  const recorder = recorderFor(most, tell, () => void finish('full'))
  by('speak').onclick = by('again').onclick = async () => {
    trouble()
    heard.pause()
    try {
      await recorder.start()
    } catch {
      open('chooser')
      return trouble('no-microphone')
    }
    open('voice')
    say('voice-state', 'recording')
    tell(0)
    show(false, 'heard', 'again', 'no-voice')
    show(true, 'clock', 'stop')
    by('stop').focus()
  }
  by('stop').onclick = () => finish('ready')
  by('no-voice').onclick = () => {
    heard.pause()
    recorder.forget()
    open('ways')
    by('speak').focus()
  }
  return { ...recorder, finish }
}

function offerPaper({ by, open }: SlipPage, paperOn: typeof openPaper, paint: typeof paintLines) {
  const inks = [...document.querySelectorAll<HTMLElement>('[data-ink]')]
  const chosen = () => inks.find((one) => one.getAttribute('aria-pressed') === 'true')
  const ink = () => chosen()?.dataset['ink'] ?? ''
  const canvas = by('paper') as HTMLCanvasElement
  const paper = paperOn(canvas, by('undo') as HTMLButtonElement, { ink, paint })
  for (const one of inks) {
    one.onclick = () => {
      for (const other of inks) other.setAttribute('aria-pressed', String(other === one))
    }
  }
  by('draw').onclick = () => {
    open('drawing')
    inks[0]?.focus()
  }
  by('no-drawing').onclick = () => {
    paper.clear()
    open('ways')
    by('draw').focus()
  }
  return paper
}

function watchFile({ file, trouble }: SlipPage, { largest, most }: Settings): void {
  const refuse = (key: string) => {
    file.value = ''
    trouble(key)
  }
  file.onchange = () => {
    trouble()
    const [chosen] = file.files ?? []
    if (!chosen) return
    if (chosen.size > largest) return refuse('file-large')
    const probe = new Audio(URL.createObjectURL(chosen))
    probe.onloadedmetadata = () => probe.duration > most * 2 && refuse('file-long')
  }
}

/** Sent behind the page, so that a lost network, or midnight, takes nothing away that was written or said. */
function sendForm(
  { by, say, trouble }: SlipPage,
  recorder: Recorder & { finish: (key: string) => Promise<void> },
  paper: Paper,
): void {
  const form = document.querySelector('form') as HTMLFormElement
  let isLeaving = false
  addEventListener('beforeunload', (event) => {
    if (!isLeaving && (recorder.voice() || recorder.isRunning() || paper.has())) event.preventDefault()
  })
  form.onsubmit = async (event) => {
    event.preventDefault()
    if (recorder.isRunning()) return recorder.finish('hear-first')
    if (isLeaving) return
    isLeaving = true
    trouble()
    const name = by('send').textContent
    say('send', 'leaving')
    const body = new FormData(form)
    const more = recorder.voice() ?? (paper.has() ? await paper.picture() : null)
    if (more) body.set('file', more, 'slip')
    try {
      const answer = await fetch(form.action, { method: 'POST', body })
      if (answer.ok && answer.redirected) return location.assign(answer.url)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      trouble(page.querySelector('[role=alert]')?.textContent ?? 'failed')
    } catch {
      trouble('away')
    }
    say('send', name)
    isLeaving = false
  }
}
