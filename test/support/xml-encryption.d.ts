declare module 'xml-encryption' {
  type Options = {
    rsa_pub: string
    pem: string
    encryptionAlgorithm: string
    keyEncryptionAlgorithm: string
    warnInsecureAlgorithm: boolean
  }
  export function encrypt(
    content: string,
    options: Options,
    done: (error: Error | null, sealed: string) => void,
  ): void
}
