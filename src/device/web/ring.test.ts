import { describe, expect, test } from 'vitest'
import { addLock, hashOfUsername, makeRing, openRing } from './ring.ts'
import { keyOf, seal, sealJson, unseal, unsealJson } from './sealing.ts'

const serverKey = crypto.getRandomValues(new Uint8Array(32))
const anotherKey = crypto.getRandomValues(new Uint8Array(32))

describe("a person's ring", () => {
  test('opens for the server key and for the password, with the same key behind both', async () => {
    const { ring, bytes } = await makeRing('mika', { serverKey })
    const both = await addLock(ring, bytes, { password: 'two stones' })
    expect((await openRing(both, { serverKey }))?.bytes).toEqual(bytes)
    expect((await openRing(both, { password: 'two stones' }))?.bytes).toEqual(bytes)
  })

  test('stays shut for another key, another password, and a lock it does not have', async () => {
    const { ring, bytes } = await makeRing('mika', { serverKey })
    expect(await openRing(ring, { serverKey: anotherKey })).toBeUndefined()
    expect(await openRing(ring, { password: 'two stones' })).toBeUndefined()
    const both = await addLock(ring, bytes, { password: 'two stones' })
    expect(await openRing(both, { password: 'three stones' })).toBeUndefined()
  })

  test('a new password replaces the old one, and the key stays', async () => {
    const made = await makeRing('mika', { password: 'old' })
    const changed = await addLock(made.ring, made.bytes, { password: 'new' })
    expect(await openRing(changed, { password: 'old' })).toBeUndefined()
    expect((await openRing(changed, { password: 'new' }))?.bytes).toEqual(made.bytes)
  })

  test("one person's lock put on another's ring opens nothing", async () => {
    const { ring } = await makeRing('mika', { serverKey })
    expect(await openRing({ ...ring, person: 'theo' }, { serverKey })).toBeUndefined()
  })

  test('a name is found however it is typed, and cannot be read off', async () => {
    const hash = await hashOfUsername(' Mika ')
    expect(hash).toBe(await hashOfUsername('mika'))
    expect(hash).not.toContain('mika')
  })
})

describe('what is sealed', () => {
  test('comes back as it was, and only in its own place', async () => {
    const key = await keyOf(serverKey)
    const sealed = await sealJson(key, 'draft 1', { words: 'Łódź — été' })
    expect(await unsealJson(key, 'draft 1', sealed)).toEqual({ words: 'Łódź — été' })
    await expect(unsealJson(key, 'draft 2', sealed)).rejects.toThrow()
  })

  test('shows nothing of itself and notices every changed bit', async () => {
    const key = await keyOf(serverKey)
    const sealed = await seal(key, 'file', new TextEncoder().encode('my monarch'))
    expect(new TextDecoder().decode(sealed.bytes)).not.toContain('monarch')
    new Uint8Array(sealed.bytes)[3]! ^= 1
    await expect(unseal(key, 'file', sealed)).rejects.toThrow()
  })

  test('no key can be taken out of its box', async () => {
    const key = await keyOf(serverKey)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})
