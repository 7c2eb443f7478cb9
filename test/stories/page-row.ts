import type { Page } from 'playwright-core'
import type { Furnished } from './furnished.ts'

/** A page or a dialog as it is opened and looked at; see `pages.ts`. */
export type PageRow = {
  /** as in `src/screens/…/routes.ts` */
  route: string
  /** who opens it, by their key in the cast; `nobody` is somebody signed out */
  as: readonly string[]
  /** the address, where it is not the route itself */
  at?: (school: Furnished) => string
  /** a heading that says the page is there */
  shows: string | RegExp
  /** the file of the dialog that is open in the end, without its ending */
  dialog?: string
  /** what they do on the page before it is looked at; words on buttons are English */
  first?: (page: Page) => Promise<void>
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
