import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { AnnounceMedia } from '../../src/media/contract.ts'
import { openSchool, type School } from '../support/school.ts'

/** A school whose door really listens, so that a request can be as crooked as a socket allows. */
export type OpenDoor = Awaited<ReturnType<typeof openDoor>>

export type Sent = {
  cookie?: string
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer> | string | ReadableStream
}

export async function openDoor(options: Parameters<typeof openSchool>[0] = {}) {
  const school = await openSchool(options)
  await school.program.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = school.program.app.server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const ask = async (key: string | null, method: string, path: string, sent: Sent = {}) => {
    const cookie = sent.cookie ?? (await school.as(key).cookie())
    return fetch(origin + path, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...sent.headers },
      ...(sent.body === undefined ? {} : { body: sent.body, duplex: 'half' }),
    })
  }
  const tus = (key: string | null, method: string, path: string, sent: Sent = {}) =>
    ask(key, method, path, { ...sent, headers: { 'tus-resumable': '1.0.0', ...sent.headers } })
  return { school, port, origin, ask, tus, close: () => school.close(), ...uploading(school, tus) }
}

type Tus = (key: string | null, method: string, path: string, sent?: Sent) => Promise<Response>

function uploading(school: School, tus: Tus) {
  const { storage } = school.program
  return {
    /** announces a file of so many bytes, and gives it its id */
    announce: async (key: string, bytes: number, name = 'photo.jpg') => {
      const id = newId()
      const answer = await school.as(key).ask(AnnounceMedia, { params: { id }, body: { name, bytes } })
      if (answer.status !== 200) throw new Error(answer.text)
      return id
    },
    begin: (
      key: string,
      id: string,
      bytes: number,
      headers: Record<string, string> = {},
      path = '/api/uploads',
    ) =>
      tus(key, 'POST', path, {
        headers: { 'upload-length': String(bytes), 'upload-metadata': metadata(id), ...headers },
      }),
    send: (key: string, id: string, offset: number, bytes: string, headers: Record<string, string> = {}) =>
      tus(key, 'PATCH', `/api/uploads/${id}`, {
        headers: {
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
          ...headers,
        },
        body: Buffer.from(bytes),
      }),
    /** what has arrived of a file so far */
    arrived: (id: string) =>
      existsSync(storage.arrivingFile(id)) ? readFileSync(storage.arrivingFile(id), 'utf8') : undefined,
  }
}

export const metadata = (id: string): string => `id ${Buffer.from(id).toString('base64')}`
