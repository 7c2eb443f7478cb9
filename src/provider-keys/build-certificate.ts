import { type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate that a key signs for itself (X.509, RFC 5280): SAML trusts the key in it and nobody above it. */
export function certify(
  { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject },
  { name, from, until }: { name: string; from: Date; until: Date },
): string {
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  // positive, and never the same twice
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)]))
  const called = nameOf(name)
  const said = sequence(
    version,
    serial,
    algorithm,
    called,
    sequence(moment(from), moment(until)),
    called,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', said, privateKey))
  const letters = sequence(said, algorithm, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${(letters.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----`
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, Math.floor(length / 256), length % 256]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts)
/** sha256WithRSAEncryption */
const algorithm = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'))
const nameOf = (common: string): Buffer =>
  sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(common)))))

/** Years up to 2049 are written with two digits, later ones with four. */
function moment(date: Date): Buffer {
  const digits = `${date.toISOString().replaceAll(/[-:T]|\.\d+Z/g, '')}Z`
  return date.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(digits.slice(2)))
    : der(0x18, Buffer.from(digits))
}
