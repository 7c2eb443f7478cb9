const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve signs that are read out without a mistake: no 0 and o, no 1 and l. */
export function newPassword(): string {
  const picked: string[] = []
  while (picked.length < 12) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255
    // beyond the last full round some signs would come more often
    if (byte < 256 - (256 % signs.length)) picked.push(signs[byte % signs.length] ?? '')
  }
  return [0, 4, 8].map((at) => picked.slice(at, at + 4).join('')).join('-')
}
