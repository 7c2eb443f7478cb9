import { route } from '../../platform/web/screen.ts'

export const routes = [route('/office/programs', () => import('./programs.tsx'), 'ProgramsScreen')]
