import type { AddressInfo } from 'node:net'
import { v7 as newId } from 'uuid'
import { AnnounceMedia, GetMedia } from '../../src/media/contract.ts'
import type { School } from './school.ts'

/** Sends files the whole way over a real socket, as a device would, and waits for the worker. */
export async function openUploads(school: School) {
  await school.program.app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(school.program.app.server.address() as AddressInfo).port}`
  const cookieOf = (key: string) => school.as(key).cookie()

  async function upload(key: string, bytes: Buffer, name: string): Promise<string> {
    const id = newId()
    await school.as(key).ask(AnnounceMedia, { params: { id }, body: { name, bytes: bytes.length } })
    const headers = { 'tus-resumable': '1.0.0', cookie: await cookieOf(key) }
    const metadata = `id ${Buffer.from(id).toString('base64')}`
    await fetch(`${origin}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata },
    })
    const sent = await fetch(`${origin}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      body: new Uint8Array(bytes),
    })
    if (sent.status !== 204) throw new Error(`${sent.status} ${await sent.text()}`)
    return id
  }

  const look = async (key: string, id: string) =>
    (await school.as(key).ask(GetMedia, { params: { id } })).body

  async function until(key: string, id: string, right: (media: Awaited<ReturnType<typeof look>>) => boolean) {
    for (let tries = 0; tries < 1200; tries += 1) {
      const media = await look(key, id)
      if (right(media)) return media
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the worker did not come so far: ${JSON.stringify(await look(key, id))}`)
  }

  return {
    origin,
    upload,
    until,
    settled: (key: string, id: string) =>
      until(key, id, ({ state }) => state === 'ready' || state === 'failed'),
    get: async (key: string, address: string, headers: Record<string, string> = {}) =>
      fetch(origin + address, { headers: { cookie: await cookieOf(key), ...headers } }),
  }
}
