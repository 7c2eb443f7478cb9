import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { certify } from '../../src/provider-keys/build-certificate.ts'

/** A key and the certificate it signed for itself, made anew for each run: none lies in the repository. */
export function makeCertificate({ days = 30 }: { days?: number } = {}) {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = certify(pair, {
    name: 't',
    from: new Date(Date.now() - 40 * 86_400_000),
    until: new Date(Date.now() + days * 86_400_000),
  })
  const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    privatePem,
    certificate,
    sign: (bytes: Buffer) => sign('sha256', bytes, createPrivateKey(privatePem)),
  }
}
