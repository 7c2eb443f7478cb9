import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { Id, words } from '../platform/contract.ts'
import { Refusal } from '../platform/refusal.ts'
import { largestSlipFile, longestSignature, longestSlip } from './slip.ts'

/** A browser counts a line's end once and sends it as two signs. */
const typed = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(words(most).trim())

/** What the fields of the form may carry. */
export const SlipForm = z.object({
  id: Id,
  words: typed(longestSlip).default(''),
  signed: words(longestSignature).trim().default(''),
})

/** What came with a form: its fields as they were typed, and the bytes of a recording or a drawing. */
export type SentSlip = {
  fields: { id?: string; words?: string; signed?: string }
  bytes: Buffer | undefined
  isTooLarge: boolean
}

const roomForFields = 16_384
const mostAtOnce = 24
const longestWait = 120_000
let reading = 0

/**
 * Reads a form, with or without a file, and never more than one may weigh. Of what is too large the words that came
 * before the file are kept, so that nobody types them again. Undefined while too many are read at once.
 */
export async function readSlip(request: IncomingMessage): Promise<SentSlip | undefined> {
  if (reading >= mostAtOnce) return undefined
  reading += 1
  try {
    const type = request.headers['content-type'] ?? ''
    const most = roomForFields + (/^multipart\/form-data/i.test(type) ? largestSlipFile : 0)
    const { bytes, isWhole } = await take(request, most)
    return await understand(type, bytes, isWhole)
  } finally {
    reading -= 1
  }
}

/** What comes after that is let go by, or a browser that still sends would never hear the answer. */
async function take(request: IncomingMessage, most: number) {
  const chunks: Buffer[] = []
  let size = 0
  const late = setTimeout(() => request.destroy(new Refusal('try_again')), longestWait)
  request.once('close', () => clearTimeout(late))
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > most) break
  }
  request.resume()
  return { bytes: Buffer.concat(chunks).subarray(0, most), isWhole: size <= most }
}

async function understand(type: string, bytes: Buffer, isWhole: boolean): Promise<SentSlip> {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1]
  const end = isWhole || boundary === undefined ? '' : `\r\n--${boundary}--\r\n`
  const body = new Uint8Array(Buffer.concat([bytes, Buffer.from(end)]))
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData())
  const textOf = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? { [name]: value } : {}
  }
  const file = form.get('file')
  const isFile = file !== null && typeof file !== 'string' && file.size > 0
  return {
    fields: { ...textOf('id'), ...textOf('words'), ...textOf('signed') },
    bytes: isFile && isWhole ? Buffer.from(await file.arrayBuffer()) : undefined,
    isTooLarge: !isWhole || (isFile && file.size > largestSlipFile),
  }
}
