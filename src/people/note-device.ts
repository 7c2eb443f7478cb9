import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A device that more people share forgets the one who came first. */
const mostMarks = 12
const nonceLetters = 12

type Marked = { accountId: string; passwordHash: string | undefined }

/**
 * The mark by which a device shows that this account has signed in on it before, if it holds one. It names nobody:
 * without the server's secret no mark tells whose it is. It is over with the password it was given for: whoever
 * knew that one could have had any number of marks, each of which allows guesses of its own at the next.
 */
export const markHere = (secret: string, account: Marked, marks: string): string | undefined =>
  marks.split('.', mostMarks).find((mark) => {
    const own = Buffer.from(makeMark(secret, account, mark.slice(0, nonceLetters)))
    const said = Buffer.from(mark)
    return said.length === own.length && timingSafeEqual(said, own)
  })

/** The device's marks with one more for this account, the newest first. */
export const addMark = (secret: string, account: Marked, marks: string): string =>
  [makeMark(secret, account, randomBytes(9).toString('base64url')), ...marks.split('.')]
    .filter((mark) => mark !== '')
    .slice(0, mostMarks)
    .join('.')

const makeMark = (secret: string, { accountId, passwordHash }: Marked, nonce: string): string =>
  nonce +
  createHmac('sha256', secret)
    .update(`known here ${nonce} ${accountId} ${passwordHash ?? ''}`)
    .digest('base64url')
    .slice(0, 22)
