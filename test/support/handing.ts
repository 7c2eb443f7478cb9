import { v7 as newId } from 'uuid'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import * as handovers from '../../src/handovers/contract.ts'
import { AnnounceMedia } from '../../src/media/contract.ts'
import type { Endpoint } from '../../src/platform/contract.ts'
import { castMember } from './cast.ts'
import { addressOf, classOf, idOf, type School } from './school.ts'

type Parts = { params?: unknown; query?: unknown; body?: unknown }

/** A device of somebody's with a session of its own, which can be handed over while they go on elsewhere. */
export async function layDevice(school: School, key: string | null) {
  const cookie = key === null ? '' : await signIn(school, key)
  const send = async (
    method: Endpoint['method'] | 'HEAD',
    url: string,
    payload?: object,
    headers: object = {},
  ) => {
    const answer = await school.program.app.inject({
      method,
      url,
      headers: { cookie, 'x-cairn': '1', ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    const body = answer.body === '' ? undefined : JSON.parse(answer.body)
    return {
      status: answer.statusCode,
      body,
      code: body?.error?.code as string | undefined,
      text: answer.body,
    }
  }
  const ask = (endpoint: Endpoint, parts: Parts = {}, headers: object = {}) =>
    send(endpoint.method, addressOf(endpoint, parts), parts.body as object | undefined, headers)
  return { cookie, send, ask }
}

async function signIn(school: School, key: string): Promise<string> {
  const { username, password } = castMember(key)
  const answer = await school.program.app.inject({
    method: 'PUT',
    url: '/api/session',
    headers: { 'x-cairn': '1' },
    payload: { username, password: password ?? demoPassword },
  })
  return `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`
}

export type Device = Awaited<ReturnType<typeof layDevice>>

export async function handOver(
  device: Device,
  classKey = 'kindergarten',
  audiences: string[] = [],
): Promise<string> {
  const id = newId()
  const body = { classId: classOf(classKey), audiences }
  const answer = await device.ask(handovers.OpenHandover, { params: { id }, body })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}

export async function announce(device: Device): Promise<string> {
  const id = newId()
  const answer = await device.ask(AnnounceMedia, { params: { id }, body: { name: 'photo.jpg', bytes: 10 } })
  if (answer.status !== 200) throw new Error(answer.text)
  return id
}

/** What a child made, as the device sends it. */
export const made = (handoverId: string, learner: string, mediaIds: string[]) => ({
  params: { id: newId() },
  body: { handoverId, learnerId: idOf(learner), iterationId: newId(), mediaIds },
})
