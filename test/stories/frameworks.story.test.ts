import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk, openStage, phone, type Stage } from '../support/stage.ts'
import { action, heading, see, way } from './doings.ts'

let stage: Stage
let singh: Page
beforeAll(async () => {
  stage = await openStage()
  singh = await stage.device('singh', desk)
})
afterAll(() => stage?.close())

const visit = async (page: Page, path: string) => {
  await page.goto(stage.origin + path)
  await see(page.getByRole('heading').first())
}
/** A button that says, for those who listen, what it is about. */
const upon = (verb: string, what: string) => new RegExp(`^${verb}\\s*: ${what}`)
const choose = (name: string, words: string) =>
  singh.getByLabel('The file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })

test('the office takes a pack over; a learner and a teacher find an item in it by words within a second', async () => {
  await visit(singh, '/office/frameworks')
  await action(singh, upon('Take it over', 'BC Core Competencies')).click()
  await see(way(singh, 'BC Core Competencies'))
  for (const [key, look] of [
    ['mika', phone],
    ['rivera', desk],
  ] as const) {
    const page = await stage.device(key, look)
    await visit(page, '/frameworks')
    // a machine that stands still for a moment makes one of them longer, never shorter
    const spans: number[] = []
    for (let times = 0; times < 3; times += 1) {
      await page.reload()
      await page.getByLabel('Find by words').fill('help convers')
      const begun = performance.now()
      await see(page.getByRole('link', { name: 'Connecting and engaging with others' }))
      spans.push(performance.now() - begun)
    }
    expect(Math.min(...spans)).toBeLessThan(1000)
    await page.getByRole('link', { name: 'Connecting and engaging with others' }).click()
    await see(heading(page, 'BC Core Competencies'))
    expect(await action(page, /Change|Retire|Take/).count()).toBe(0)
    await page.goto(`${stage.origin}/office/frameworks`)
    await see(page.getByRole('heading').first())
    expect(await way(page, 'BC Core Competencies').count()).toBe(0)
  }
})

test('a framework of the district’s own is begun, grown, put differently, moved and retired', async () => {
  await visit(singh, '/office/frameworks')
  await action(singh, 'Begin a framework of our own').click()
  await singh.getByLabel('Its name').fill('How we walk together')
  await action(singh, 'Begin it').click()
  const add = async (words: string) => {
    await singh.getByLabel('What it says').fill(words)
    await action(singh, 'Save the item').click()
    await see(singh.getByText(words))
  }
  await action(singh, 'Add an item').click()
  await add('I wait for the last')
  await action(singh, upon('Add below', 'I wait for the last')).click()
  await add('I look back at every bend')
  await action(singh, 'Add an item').click()
  await add('I carry water')

  await action(singh, upon('Change', 'I carry water')).click()
  await singh.getByLabel('What it says').fill('I carry water for two')
  await singh.getByLabel('It stands below').selectOption({ label: 'I wait for the last' })
  await action(singh, 'Save the item').click()
  await see(singh.getByText('I carry water for two'))
  const first = singh.locator('main ul > li').filter({ hasText: 'I wait for the last' }).first()
  await see(first.getByRole('listitem').filter({ hasText: 'I carry water for two' }))

  await action(singh, upon('Retire', 'I look back at every bend')).click()
  await see(action(singh, upon('Take up again', 'I look back at every bend')))
})

test('a table is looked at first, with its rows; taken over whole; brought again it retires what vanished', async () => {
  await visit(singh, '/office/bring-framework')
  await choose(
    'trail.csv',
    'code,statement,parent\nT1,Reading a map,\nT2,Building a cairn,T9\nT3,,\nT4,$x^2$ 🪨 **bold**,T1\n',
  )
  await singh.getByLabel('What the framework is called').fill('Trail skills')
  await action(singh, 'See what it would do').click()
  await see(heading(singh, 'Trail skills'), singh.getByText('Nothing has changed yet.'))
  await see(
    singh.getByText(/^Row 3: what it stands below is not in the file/),
    singh.getByText(/^Row 4: it says nothing/),
  )
  await action(singh, 'Take it over').click()
  await way(singh, 'See the framework').click()
  await see(singh.getByText('$x^2$ 🪨 **bold**'))

  await way(singh, 'Bring a newer edition').click()
  await choose('trail-2.csv', 'code,statement,parent\nT1,Reading a map at night,\nT4,$x^2$ 🪨 **bold**,T1\n')
  await action(singh, 'See what it would do').click()
  await see(singh.locator('summary').filter({ hasText: 'Retired (1)' }))
  await see(singh.locator('summary').filter({ hasText: 'Worded differently (1)' }))
  await action(singh, 'Take it over').click()
  await way(singh, 'See the framework').click()
  await see(singh.getByText('Reading a map at night'))
})

test('what cannot be read is said kindly, and an address inside the network is not asked', async () => {
  const said = async (name: string, words: string, sentence: RegExp) => {
    await visit(singh, '/office/bring-framework')
    await choose(name, words)
    await action(singh, 'See what it would do').click()
    await see(singh.getByText(sentence))
  }
  await said('half.json', '{"CFDocument": {', /breaks off/)
  await said('page.json', '<html>', /web page/)
  await said('book.csv', 'PK\u0003\u0004', /Save the sheet as CSV/)
  await said('names.csv', 'name,age\nA,3\n', /needs a column called “statement”/)
  await visit(singh, '/office/bring-framework')
  await singh.getByRole('radio', { name: 'At an address' }).check()
  await singh.getByLabel('Address of a CASE package').fill('http://169.254.169.254/latest/meta-data')
  await action(singh, 'See what it would do').click()
  await see(singh.getByText(/did not answer with something Cairn can read/))
})

test('official profile texts are loaded all or none, with what is wrong told by row', async () => {
  await visit(singh, '/office/frameworks')
  await way(singh, 'BC Core Competencies').click()
  await singh.getByText('Load profile texts').click()
  await singh.getByLabel('Where they are from').fill('Ministry of Education, 2019')
  await singh.getByLabel('The profiles').fill('Collaborating\t1\tI join in.\nDancing\t1\tI dance.')
  await see(singh.getByText('Row 2: there is no such item in this framework.'))
  await singh
    .getByLabel('The profiles')
    .fill('Collaborating\t1\tI join in.\nCollaborating\t2\tI help a group.')
  await see(singh.getByText('2 profiles read'))
  await action(singh, 'Load them all').click()
  await see(singh.getByText('1 item has profile texts.'))
})
