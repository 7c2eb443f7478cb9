import { madeHeader } from '../../platform/made.ts'
import { addressOf } from '../../platform/web/address.ts'
import { shutEarlier } from '../../device/web/earlier-vaults.ts'
import { vaultHere } from '../../device/web/vault.ts'
import type { BoxFile, Line, LineAnswer } from '../box.ts'
import { renameIds, type SentParts } from '../entry.ts'

const writePatience = 30_000
const piecePatience = 120_000

/** As media's contract has it; media comes later in the house, and a test holds the two together. */
export const announcing = { name: 'AnnounceMedia', method: 'PUT', path: '/api/media/:id' } as const

/**
 * The way to the server, from a page or from the service worker. Every request says in whose name it travels;
 * the server takes it from nobody else.
 */
export function openLine(person: string): Line {
  const ask = async (
    { keptAs }: { keptAs?: string },
    url: string,
    request: RequestInit,
    patience = writePatience,
  ): Promise<LineAnswer> => {
    try {
      const answer = await fetch(url, {
        ...request,
        headers: {
          'x-cairn': '1',
          'x-cairn-for': person,
          accept: 'application/json',
          ...(keptAs === undefined ? {} : { 'x-cairn-kept-as': keptAs }),
          ...request.headers,
        },
        credentials: 'same-origin',
        signal: AbortSignal.timeout(patience),
      })
      const read = await readAnswer(answer)
      // an answer to HEAD has no body to say it in
      const isOver = keptAs !== undefined && answer.status === 424
      if (!isOver || read === 'away') return read
      await shutEarlier(person, keptAs)
      return { ...read, code: 'merge_undone' }
    } catch {
      return 'away'
    }
  }
  const send = (
    of: { keptAs?: string },
    endpoint: { name: string; method: string; path: string },
    sent: object,
    more?: object,
  ) => {
    const { body } = sent as { body?: unknown }
    return ask(of, addressOf(endpoint, sent), {
      method: endpoint.method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...more },
    })
  }
  return {
    write: async (entry, place) => {
      const write = entry.writes[place]
      if (!write) return { status: 0, code: 'unreadable', sentence: '' }
      return send(entry, write, await asThisPerson(person, write.sent), {
        [madeHeader]: JSON.stringify(entry.made),
      })
    },
    announce: (file) =>
      send(file, announcing, { params: { id: file.id }, body: { name: file.name, bytes: file.bytes } }),
    offsetOf: (file) => ask(file, uploadOf(file.id), { method: 'HEAD', headers: tus }),
    begin: (file) => ask(file, '/api/uploads', { method: 'POST', headers: { ...tus, ...beginning(file) } }),
    sendPiece: (file, offset, bytes) =>
      ask(
        file,
        uploadOf(file.id),
        {
          method: 'PATCH',
          body: bytes,
          headers: {
            ...tus,
            'content-type': 'application/offset+octet-stream',
            'upload-offset': String(offset),
          },
        },
        piecePatience,
      ),
  }
}

/** What was kept under an earlier record of the same person speaks of who they were: it is they who send it. */
async function asThisPerson(person: string, sent: SentParts): Promise<SentParts> {
  const vault = await vaultHere()
  if (vault?.person !== person || !vault.also?.length) return sent
  return renameIds(sent, new Map(vault.also.map((earlier) => [earlier.person, person])))
}

/** tus 1.0.0, which needs no library once files lie in pieces: https://tus.io/protocols/resumable-upload */
const tus = { 'tus-resumable': '1.0.0' }

const uploadOf = (id: string) => `/api/uploads/${id}`

function beginning({ id, bytes }: BoxFile): Record<string, string> {
  return { 'upload-length': String(bytes), 'upload-metadata': `id ${btoa(id)}` }
}

async function readAnswer(answer: Response): Promise<LineAnswer> {
  const { status, headers } = answer
  const offset = headers.get('upload-offset')
  if (answer.ok) {
    // read to its end, so that the connection is free for what comes next
    await answer.arrayBuffer()
    return { status, code: '', sentence: '', ...(offset === null ? {} : { offset: Number(offset) }) }
  }
  const body = (await answer.json().catch(() => ({}))) as { error?: { code?: string; sentence?: string } }
  // an answer to HEAD has no body to say it in
  const code = body.error?.code ?? (status === 401 ? 'not_signed_in' : 'unexpected')
  return { status, code, sentence: body.error?.sentence ?? '' }
}
