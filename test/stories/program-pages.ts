import { type PageRow, press } from './page-row.ts'

/** Where a district's office lets its programs in. */
export const programPages: readonly PageRow[] = [
  { route: '/office/programs', as: ['singh', 'chen'], shows: 'Programs' },
  {
    route: '/office/programs',
    as: ['singh'],
    shows: 'Programs',
    first: async (page) => {
      await press(page, 'Make a key')
      await page.getByLabel('Which program it is for').fill('Attendance')
      await page.getByLabel('How much is documented in each class, in numbers').check()
      await page.getByRole('button', { name: 'Make the key', exact: true }).click()
      await page.getByRole('button', { name: 'I have kept it' }).waitFor()
      await press(page, 'Add an address')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByText('Choose at least one thing it is told of.').waitFor()
    },
  },
]
