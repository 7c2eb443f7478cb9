import { call } from '../../platform/web/client.ts'
import { beginWaiting, pause } from '../../platform/web/network.ts'
import { ApiRefusal } from '../../platform/web/refusal.ts'
import { signInAgain } from '../../platform/web/signed-out.ts'
import { AnnounceMedia } from '../contract.ts'

export type Sending = {
  id: string
  file: File
  signal: AbortSignal
  /** how many bytes the server has */
  onProgress: (sent: number) => void
  /** true while the network is away; it goes on by itself */
  onWaiting: (waiting: boolean) => void
}

/** One PATCH carries this much, so that a proxy that holds requests back shows progress all the same. */
const chunkBytes = 8 * 2 ** 20
const longestPause = 15_000
/** Too busy, still closing the last connection, or further than this device knows: asking again settles it. */
const passing = [409, 423, 429, 502, 503, 504]

/**
 * Sends a file and resolves once every byte has arrived. A lost network is waited for and the upload goes on
 * where it was cut; only the server's "no" and the signal end it.
 */
export async function sendFile(sending: Sending): Promise<void> {
  const { id, file, signal } = sending
  await call(AnnounceMedia, { params: { id }, body: { name: file.name, bytes: file.size } }, { signal })
  let url: string | undefined
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendOnce(sending, url)
    if (outcome.kind === 'arrived') return
    url = outcome.url ?? url
    signal.throwIfAborted()
    const { refusal } = outcome
    if (refusal?.code === 'not_signed_in' && (await signInAgain())) continue
    if (refusal) throw refusal
    if (outcome.moved) attempt = 1
    await waitForNetwork(sending, attempt)
  }
}

async function waitForNetwork({ onWaiting, signal }: Sending, attempt: number): Promise<void> {
  const stopWaiting = beginWaiting()
  onWaiting(true)
  try {
    await pause(Math.min(500 * 2 ** (attempt - 1), longestPause), signal)
  } finally {
    stopWaiting()
    onWaiting(false)
  }
}

type Outcome =
  | { kind: 'arrived' }
  | { kind: 'cut'; refusal?: ApiRefusal | undefined; url?: string | undefined; moved: boolean }

async function sendOnce(
  { id, file, signal, onProgress }: Sending,
  url: string | undefined,
): Promise<Outcome> {
  const { Upload } = await import('tus-js-client')
  return new Promise((resolve) => {
    const stop = new AbortController()
    let moved = false
    const settle = (outcome: Outcome) => {
      stop.abort()
      resolve(outcome)
    }
    const cut = (error?: unknown) => {
      settle({ kind: 'cut', refusal: refusalIn(error), url: `/api/uploads/${id}`, moved })
    }
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      uploadUrl: url ?? null,
      metadata: { id },
      headers: { 'x-cairn': '1' },
      chunkSize: chunkBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: (sent) => onProgress(sent),
      onChunkComplete: () => {
        moved = true
      },
      onSuccess: () => settle({ kind: 'arrived' }),
      onError: cut,
    })
    // a request that the network swallowed may hang for minutes: the device knows sooner
    const abandon = () => void upload.abort().then(() => cut())
    globalThis.addEventListener?.('offline', abandon, { signal: stop.signal })
    signal.addEventListener('abort', abandon, { signal: stop.signal })
    upload.start()
  })
}

/** What the server answered, when it answered and meant it: an overloaded or absent server is only waited for. */
function refusalIn(error: unknown): ApiRefusal | undefined {
  const answer = (
    error as { originalResponse?: { getStatus(): number; getBody(): string } | null } | undefined
  )?.originalResponse
  const status = answer?.getStatus() ?? 0
  if (!answer || status < 400 || passing.includes(status)) return undefined
  return readRefusal(status, answer.getBody())
}

function readRefusal(status: number, body: string): ApiRefusal {
  try {
    const { error } = JSON.parse(body) as { error: { code: string; sentence: string } }
    return new ApiRefusal(status, error.code, error.sentence)
  } catch {
    return new ApiRefusal(status, 'unexpected', '')
  }
}
