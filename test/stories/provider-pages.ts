import { type PageRow, press } from './page-row.ts'

/** Where a district decides who else may say who somebody is. */
export const providerPages: readonly PageRow[] = [
  { route: '/office/signing-in', as: ['singh', 'chen'], shows: 'Signing in' },
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
