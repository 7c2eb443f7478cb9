import { ApiRefusal } from '../../platform/web/refusal.ts'
import type { EntryRefusal } from '../entry.ts'
import { onNews } from './news.ts'
import type { NewEntry } from './outbox.ts'
import type { OutboxMachine } from './outbox-machine.ts'

/** `arrived`: the server has it. `waiting`: it is safe on this device and travels when there is a network. */
export type Outcome = 'arrived' | 'waiting'

/** Long enough for a good line to answer, short enough for a child at a bad one. */
const patience = 2_500

/**
 * Keeps it on the device, then gives the server a moment: most lines answer before anybody notices. A refusal in
 * that moment takes it back to where it was made, because its person is still there to read why.
 */
export async function keepAndSend(outbox: OutboxMachine, what: NewEntry): Promise<Outcome> {
  const { lasts } = await outbox.box
  const entry = await outbox.keep(what)
  const stop = new AbortController()
  try {
    const settled = settling(entry.id, stop.signal)
    const sent = outbox.wake().then((how) => (how === 'away' || how === 'signed out' ? 'waiting' : undefined))
    const outcome = await (lasts
      ? Promise.race([settled, waitsWhen(sent), afterPatience(stop.signal)])
      : settled)
    if (typeof outcome === 'string') return outcome
    await outbox.giveBack(entry.id)
    throw new ApiRefusal(outcome.status, outcome.code, outcome.sentence)
  } finally {
    stop.abort()
  }
}

function settling(id: string, signal: AbortSignal): Promise<Outcome | EntryRefusal> {
  return new Promise((resolve) => {
    const stop = onNews((news) => {
      if ((news.kind !== 'arrived' && news.kind !== 'refused') || news.entry.id !== id) return
      resolve(news.kind === 'arrived' ? 'arrived' : (news.entry.refusal as EntryRefusal))
    })
    signal.addEventListener('abort', stop, { once: true })
  })
}

/** Only when a run ended without a network; when it ended otherwise, what became of the entry was told. */
function waitsWhen(sent: Promise<Outcome | undefined>): Promise<Outcome> {
  return new Promise((resolve) => {
    void sent.then((outcome) => outcome && resolve(outcome))
  })
}

function afterPatience(signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, navigator.onLine ? patience : 0, 'waiting' as const)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
}
