import { route } from '../../platform/web/screen.ts'

export const routes = [route('/office/logbook', () => import('./logbook.tsx'), 'Logbook')]
