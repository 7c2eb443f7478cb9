import { type PageRow, press } from './page-row.ts'

const nowhere = '/door/00000000-0000-7000-8000-000000000000'

/** Where a district decides who else may say who somebody is. */
export const providerPages: readonly PageRow[] = [
  { route: '/office/signing-in', as: ['singh', 'chen'], shows: 'Signing in' },
  // written by the server: what is read after leaving a provider, and whoever is in goes on to their first page
  ...['left', 'left?ended'].map((page) => ({
    route: '/sign-in',
    at: () => `${nowhere}/${page}`,
    as: ['nobody'],
    shows: 'You are signed out of Cairn',
  })),
  {
    route: '/office/signing-in',
    as: ['singh'],
    shows: 'Signing in',
    first: async (page) => {
      await press(page, 'Add a provider')
      await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
    },
  },
  {
    route: '/office/signing-in',
    as: ['singh'],
    shows: 'Signing in',
    first: async (page) => {
      await press(page, 'Add a provider')
      await page.getByText('Another (SAML 2.0)', { exact: true }).click()
      await page.getByLabel('Metadata of the provider').waitFor()
    },
  },
]
