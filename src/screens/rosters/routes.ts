import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/office/rosters', () => import('./office-rosters.tsx'), 'OfficeRosters'),
  route('/office/rosters/:id', () => import('./roster-import.tsx'), 'RosterImport'),
]
