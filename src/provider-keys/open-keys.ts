import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { openSecret, sealSecret } from '../platform/sealed-secret.ts'
import { certify } from './build-certificate.ts'
import { type KeptKey, type OwnKeys, standing } from './provider-key.ts'

const years = 10
const makePair = promisify(generateKeyPair)

export async function makeKey(
  serverSecret: string,
  id: string,
  now: Date,
): Promise<{ certificate: string; sealed: Buffer }> {
  const pair = await makePair('rsa', { modulusLength: 2048 })
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  // their clock may be behind ours
  const from = new Date(now.getTime() - 86_400_000)
  const certificate = certify(pair, { name: 'Cairn', from, until })
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { certificate, sealed: sealSecret(serverSecret, placeOf(id), pem) }
}

const placeOf = (id: string): string => `private key ${id}`

export function openKeys(serverSecret: string, kept: readonly KeptKey[]): OwnKeys {
  const opened = kept.map((key) => ({ ...key, pem: openSecret(serverSecret, placeOf(key.id), key.sealed) }))
  const { current, next } = standing(opened)
  return {
    signing: current?.pem === undefined ? undefined : { certificate: current.certificate, pem: current.pem },
    published: [current, next].flatMap((key) => (key ? [key.certificate] : [])),
    opening: opened.flatMap(({ pem }) => (pem === undefined ? [] : [pem])),
  }
}
