import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { castMember } from '../support/cast.ts'
import { demoPassword } from '../../src/demo/cast-rows.ts'
import { openStage, photo, type Stage } from '../support/stage.ts'
import { action, heading, pieceHere, see, way } from './doings.ts'
import { englishOnly, sentencesOn } from './two-languages.ts'

let stage: Stage
let oceane: Page
let id: string

beforeAll(async () => {
  stage = await openStage()
  oceane = await stage.device(null, { locale: 'fr-CA' })
})
afterAll(() => stage?.close())

async function nothingEnglish(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  expect((await sentencesOn(page)).filter((one) => englishOnly.has(one))).toEqual([])
}

test('Océane entre, et se trompe de mot de passe en français', async () => {
  await oceane.goto(stage.origin)
  await see(heading(oceane, 'Connexion'))
  await oceane.getByLabel(/^Nom/).fill(castMember('oceane').username ?? '')
  await oceane.getByLabel('Mot de passe', { exact: true }).fill('pas celui-là')
  await oceane.keyboard.press('Enter')
  await see(oceane.getByRole('alert'))
  await nothingEnglish(oceane)
  await oceane.getByLabel('Mot de passe', { exact: true }).fill(demoPassword)
  await oceane.keyboard.press('Enter')
  await see(heading(oceane, 'Mes travaux'))
  await nothingEnglish(oceane)
})

test('elle dépose une photo et la montre à sa famille', async () => {
  await way(oceane, /^Ajouter/).click()
  await oceane.getByLabel(/^(Photo|Prendre une photo)$/).setInputFiles(await photo('#8a3b5c'))
  await see(oceane.getByLabel('Ma famille'))
  await nothingEnglish(oceane)
  await oceane.getByLabel('Ma famille').check()
  await oceane.getByLabel(/^Mes? (enseignant|prof)/).check()
  await action(oceane, 'Enregistrer').click()
  id = await pieceHere(oceane)
  await see(oceane.getByRole('img'))
  await nothingEnglish(oceane)
})

test('son père la voit en français, à la date et à l’heure d’ici', async () => {
  const martin = await stage.device('martin', { locale: 'fr-CA' })
  await martin.goto(`${stage.origin}/family`)
  await see(martin.getByRole('region', { name: /^Océane/ }).getByRole('article'))
  await nothingEnglish(martin)
  await martin.goto(`${stage.origin}/pieces/${id}`)
  await see(martin.getByRole('img'))
  await nothingEnglish(martin)
})

test('la langue choisie suit la personne sur un appareil qui parle anglais', async () => {
  await oceane.goto(`${stage.origin}/account`)
  await oceane.getByRole('radio', { name: 'English' }).click()
  await see(heading(oceane, /settings$/i))
  await oceane.getByRole('radio', { name: 'Français' }).click()
  await see(oceane.getByText(/^Enregistré/))
  const tablet = await stage.device('oceane', { locale: 'en-CA' })
  await tablet.goto(stage.origin)
  await see(heading(tablet, 'Mes travaux'))
  await nothingEnglish(tablet)
})
