import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/office/people', () => import('./people.tsx'), 'OfficePeople'),
  route('/office/people/:id', () => import('./person-page.tsx'), 'PersonPage'),
  route('/office/people/:id/merge/:goneId', () => import('./merge-page.tsx'), 'MergePage'),
]
