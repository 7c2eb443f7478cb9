import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GetPiece } from '../../src/work/contract.ts'
import { expectNoAxeViolations } from '../support/axe.ts'
import { desk, openStage, type Stage } from '../support/stage.ts'
import { action, pieceHere, save, see } from './doings.ts'
import { writtenDown } from './kept-here.ts'

let stage: Stage
let jonas: Page
let id: string

beforeAll(async () => {
  stage = await openStage()
  jonas = await stage.device('jonas', desk)
})
afterAll(() => stage?.close())

const sheet = () => jonas.getByRole('application', { name: /^Sheet with/ })
const press = (name: string) => jonas.getByRole('button', { name, exact: true }).click()

/** A line with the mouse, in shares of the sheet's window. */
async function draw(from: [number, number], to: [number, number]): Promise<void> {
  const box = await sheet().boundingBox()
  if (!box) throw new Error('there is no sheet')
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const
  await jonas.mouse.move(...at(from))
  await jonas.mouse.down()
  await jonas.mouse.move(...at(to), { steps: 12 })
  await jonas.mouse.up()
}

const marks = (count: number) =>
  see(jonas.getByRole('application', { name: `Sheet with ${count} mark${count === 1 ? '' : 's'}` }))

/** How many points of a picture are of a color, in thousandths. */
async function shareOf(picture: Buffer, isIt: (r: number, g: number, b: number) => boolean): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let found = 0
  for (let at = 0; at < data.length; at += info.channels) {
    if (isIt(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) found += 1
  }
  return (1000 * found) / (info.width * info.height)
}

const isBlack = (r: number, g: number, b: number) => r < 80 && g < 80 && b < 80
const isRed = (r: number, g: number, b: number) => r > 150 && g < 90 && b < 90

async function pictureOf(iteration: number): Promise<Buffer> {
  const find = async () => {
    const piece = await stage.school.as('jonas').ask(GetPiece, { params: { id } })
    const part = piece.body.iterations[iteration]?.parts[0]
    return part?.kind === 'media' ? part.media.renditions.find(({ name }) => name === 'full') : undefined
  }
  await expect.poll(find).toBeDefined()
  const address = (await find())?.address ?? ''
  return (await jonas.request.get(stage.origin + address)).body()
}

test('Jonas draws with the mouse, takes a line back, and adds a red star with the keyboard', async () => {
  await jonas.goto(`${stage.origin}/work/new`)
  await press('Draw')
  await see(sheet())
  await draw([0.3, 0.3], [0.7, 0.4])
  await draw([0.3, 0.6], [0.7, 0.6])
  await marks(2)
  await press('Undo')
  await marks(1)
  await press('Shapes')
  await press('Star')
  await jonas.getByRole('radio', { name: 'red', exact: true }).check({ force: true })
  await sheet().focus()
  await jonas.keyboard.press('Shift+ArrowDown')
  await see(jonas.getByText(/^50 across, 58 down$/))
  await jonas.keyboard.press('Space')
  await see(jonas.getByText(/^Shape placed at 50 across/))
  await marks(2)
  await expectNoAxeViolations(jonas)
})

test('a closed tab takes nothing of the drawing along', async () => {
  await writtenDown(jonas)
  const context = jonas.context()
  await jonas.goto('about:blank')
  await jonas.close()
  jonas = await context.newPage()
  await jonas.goto(`${stage.origin}/work/new`)
  await press('Draw')
  await see(jonas.getByText('Here is the drawing you began.'))
  await marks(2)
})

test('what he drew is a picture for everyone: a black line and a red star', async () => {
  await press('Done')
  await see(jonas.getByText(/^Safe on this/))
  id = await save(jonas)
  await see(jonas.getByRole('img').first())
  const picture = await pictureOf(0)
  expect(await shareOf(picture, isBlack)).toBeGreaterThan(1)
  expect(await shareOf(picture, isRed)).toBeGreaterThan(2)
})

test('his next attempt begins from this one, with every mark still a mark', async () => {
  await jonas.goto(`${stage.origin}/pieces/${id}/next`)
  await press('Draw')
  await see(jonas.getByText('What do you want to draw on?'))
  await expectNoAxeViolations(jonas)
  await action(jonas, /My last attempt/).click()
  await marks(2)
  await press('Undo')
  await press('Pen')
  await draw([0.3, 0.7], [0.7, 0.7])
  await marks(2)
  await press('Done')
  await see(jonas.getByText(/^Safe on this/))
  await press('Save this attempt')
  await pieceHere(jonas)
  const picture = await pictureOf(1)
  expect(await shareOf(picture, isRed)).toBe(0)
  expect(await shareOf(picture, isBlack)).toBeGreaterThan(2)
})
