import sharp from 'sharp'
import { expect, test } from 'vitest'
import { damage } from './picture-damage.ts'

const open = () => sharp({ create: { width: 90, height: 60, channels: 3, background: '#0a0' } }).png()

test.each([
  [undefined, undefined],
  [0, undefined],
  [0.1, true],
])('a picture that says %s of it never arrived is marked: %s', async (missing, marked) => {
  const metadata = await open().metadata()
  expect(await damage({ open, metadata, ...(missing === undefined ? {} : { missing }) })).toBe(marked)
})

test('a picture that says most of it never arrived is asked for again', async () => {
  const metadata = await open().metadata()
  await expect(damage({ open, metadata, missing: 0.6 })).rejects.toMatchObject({ code: 'truncated' })
})
