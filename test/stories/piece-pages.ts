import { choosePieceTool } from './doings.ts'
import { type PageRow, press } from './page-row.ts'

/** The pages and dialogs of one piece of work. */
export const piecePages: readonly PageRow[] = [
  {
    route: '/pieces/:id',
    as: ['mika', 'rivera', 'amara', 'noor'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: 'Butterfly',
  },
  {
    route: '/pieces/:id',
    as: ['theo', 'okafor', 'amara'],
    at: (school) => `/pieces/${school.piece('This is me')}`,
    shows: 'This is me',
  },
  {
    route: '/pieces/:id',
    as: ['jonas', 'halvorsen'],
    at: (school) => `/pieces/${school.piece('Glass lamp')}`,
    shows: 'Glass lamp',
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.piece('Recorder: the hill song')}`,
    shows: 'Recorder: the hill song',
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.piece('Butterfly')}?compare`,
    shows: /^Then/,
  },
  {
    route: '/pieces/:id',
    as: ['theo'],
    at: (school) => `/pieces/${school.piece('This is me')}?compare`,
    shows: /^Then/,
  },
  {
    route: '/pieces/:id',
    as: ['amara'],
    at: (school) => `/pieces/${school.piece('Butterfly')}?compare=&way=fade`,
    shows: /^Then/,
  },
  {
    route: '/pieces/:id',
    as: ['rivera'],
    at: (school) => `/pieces/${school.piece('Butterfly')}?compare=&way=all`,
    shows: 'Butterfly',
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.piece('The Night the River Moved')}?compare=&from=2`,
    shows: /^Then/,
  },
  {
    route: '/pieces/:id',
    as: ['theo'],
    at: (school) => `/pieces/${school.piece('Drum')}?compare=`,
    shows: /^Then/,
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.deleted.pieceId}`,
    shows: 'Untitled',
  },
  {
    route: '/pieces/:id',
    as: ['leila'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: 'This work is not here',
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: 'Change the name',
    dialog: 'rename-dialog',
    first: (page) => choosePieceTool(page, 'Change the name'),
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: /^Delete attempt/,
    dialog: 'delete-dialog',
    first: (page) => choosePieceTool(page, /^Delete attempt/),
  },
  {
    route: '/pieces/:id',
    as: ['mika'],
    at: (school) => `/pieces/${school.edited.pieceId}`,
    shows: 'Before it was edited',
    dialog: 'revisions-dialog',
    first: (page) => choosePieceTool(page, 'Before it was edited'),
  },
  {
    route: '/pieces/:id',
    as: ['theo'],
    at: (school) => `/pieces/${school.piece('This is me')}`,
    shows: 'Who can see this',
    dialog: 'sharing-dialog',
    first: (page) => press(page, 'Change'),
  },
  {
    route: '/pieces/:id',
    as: ['rivera'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: 'Feedback',
    first: async (page) => {
      await press(page, 'Point at a place')
      await press(page, 'Place it from here')
      await page.getByText('The exact place').click()
      await page.getByLabel('From the left, %').waitFor()
      await press(page, 'Give back for another go')
      await page.getByLabel('What to try next').waitFor()
    },
  },
  {
    route: '/pieces/:id',
    as: ['rivera'],
    at: (school) => `/pieces/${school.piece('Butterfly')}`,
    shows: 'Feedback',
    first: async (page) => {
      await press(page, 'Put an example beside it')
      await page.getByRole('radio', { name: 'Work' }).check()
      await page.getByLabel('From where').waitFor()
    },
  },
  {
    route: '/pieces/:id',
    as: ['rivera'],
    at: (school) => `/pieces/${school.piece('Butterfly')}?attempt=1`,
    shows: 'Take this feedback back?',
    dialog: 'retract-feedback',
    first: (page) => press(page, 'Take it back'),
  },
  {
    route: '/pieces/:id/iterations/:iterationId/edit',
    as: ['mika'],
    at: ({ edited }) => `/pieces/${edited.pieceId}/iterations/${edited.iterationId}/edit`,
    shows: 'Edit attempt 1',
  },
  {
    route: '/pieces/:id/iterations/:iterationId/edit',
    as: ['mika'],
    at: ({ edited }) => `/pieces/${edited.pieceId}/iterations/${edited.iterationId}/edit`,
    shows: 'This attempt was changed somewhere else',
    dialog: 'changed-elsewhere',
    first: async (page) => {
      await page.getByLabel('Your words').fill('The very same ice, seen from below')
      await page.evaluate(changeElsewhere)
      await press(page, 'Save the changes')
    },
  },
]

/** What another device does meanwhile: one more edit of the attempt whose page this is. */
async function changeElsewhere(): Promise<void> {
  const [, , pieceId, , id] = location.pathname.split('/')
  const piece = await (await fetch(`/api/pieces/${pieceId}`)).json()
  const { revision } = piece.iterations.find((one: { id: string }) => one.id === id)
  const body = JSON.stringify({ parts: [{ kind: 'text', text: 'From the other tablet' }] })
  const headers = { 'x-cairn': '1', 'content-type': 'application/json' }
  await fetch(`/api/iterations/${id}/revisions/${revision + 1}`, { method: 'PUT', headers, body })
}
