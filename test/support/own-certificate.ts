import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key and the certificate it signed for itself, made anew for each run: none lies in the repository. */
export function makeCertificate({ days = 30 }: { days?: number } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = certify(privateKey, publicKey, days)
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    privatePem,
    certificate,
    sign: (bytes: Buffer) => sign('sha256', bytes, createPrivateKey(privatePem)),
  }
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const moment = (date: Date) =>
  der(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]|\.\d+Z/g, '')}Z`))
/** sha256WithRSAEncryption, and the name CN=t */
const algorithm = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'))
const name = sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('t')))))

function certify(privateKey: KeyObject, publicKey: KeyObject, days: number): string {
  const from = new Date(Date.now() - 40 * 86_400_000)
  const until = new Date(Date.now() + days * 86_400_000)
  const serial = der(0x02, Buffer.from([1]))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const said = sequence(serial, algorithm, name, sequence(moment(from), moment(until)), name, spki)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', said, privateKey))
  const letters = sequence(said, algorithm, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${(letters.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----`
}
