import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece, GetPortfolio } from '../../src/work/contract.ts'
import { type BadNetwork, openBadNetwork } from '../support/bad-network.ts'
import { idOf } from '../support/school.ts'
import { openStage, type Stage } from '../support/stage.ts'
import { action, keep, see, writeWords } from './doings.ts'

let stage: Stage
let network: BadNetwork
let mika: Page

beforeAll(async () => {
  stage = await openStage()
  network = await openBadNetwork(Number(new URL(stage.origin).port))
  mika = await stage.device('mika')
})
afterAll(async () => {
  await network?.close()
  await stage?.close()
})

/** Half a megabyte in which every lost or doubled byte would show. */
const diary = Buffer.from(
  randomBytes(192_000)
    .toString('base64')
    .replaceAll(/(.{60})/g, '$1\n'),
)
const file = { name: 'ice diary.txt', mimeType: 'text/plain', buffer: diary }

async function chooseDiary(): Promise<void> {
  await mika.goto(`${network.origin}/work/new`)
  await see(mika.getByLabel(/^Choose files/))
}

/** What arrived, as it is handed out again. */
async function arrived(pieceId: string): Promise<Buffer> {
  const ready = () => stage.school.as('mika').ask(GetPiece, { params: { id: pieceId } })
  await expect
    .poll(async () => JSON.stringify((await ready()).body), { timeout: 90_000 })
    .toContain('"state":"ready"')
  const part = (await ready()).body.iterations[0]?.parts[0]
  const address = part?.kind === 'media' ? part.media.renditions[0]?.address : undefined
  const answer = await mika.request.get(stage.origin + address)
  return answer.body()
}

// in the head of the announcement, in the head of the upload, at its first bytes, in the middle, near its end
test.each([[30], [900], [2_500], [40_000], [131_072], [200_000], [259_900], [262_000]])(
  'a file that is cut off after %i bytes, three times over, goes on by itself and arrives whole',
  async (bytes) => {
    await chooseDiary()
    await mika.getByLabel(/^Choose files/).setInputFiles(file)
    await see(mika.getByText(/^Safe on this/))
    const before = network.cuts()
    // then in the question how far it came, then at the beginning of what is left
    network.cutAfter(bytes, 600, 1_500)
    const id = await keep(mika)
    await expect.poll(() => network.cuts() - before).toBeGreaterThanOrEqual(2)
    network.cutAfter()
    expect((await arrived(id)).equals(diary)).toBe(true)
  },
)

test('the answer to the last bytes is lost: nothing is sent twice', async () => {
  await chooseDiary()
  await mika.getByLabel(/^Choose files/).setInputFiles(file)
  await see(mika.getByText(/^Safe on this/))
  const before = network.cuts()
  network.loseAnswerTo('PATCH /api/uploads/')
  const id = await keep(mika)
  await expect.poll(() => network.cuts()).toBe(before + 1)
  expect((await arrived(id)).equals(diary)).toBe(true)
})

test('the answer to saving is lost: the work is kept once', async () => {
  const own = { params: { id: idOf('mika') } }
  const count = async () => (await stage.school.as('mika').ask(GetPortfolio, own)).body.pieces.length
  const before = await count()
  await mika.goto(`${network.origin}/work/new`)
  await writeWords(mika, 'Said once')
  network.loseAnswerTo('PUT /api/pieces/')
  await action(mika, 'Save').click()
  await mika.waitForURL(/\/pieces\//)
  await see(mika.getByText('Said once'))
  await expect.poll(count).toBe(before + 1)
  await mika.goto(`${network.origin}/on-this-device`)
  await see(mika.getByText('Nothing is waiting'))
  expect(await count()).toBe(before + 1)
})
