import { route } from '../../platform/web/screen.ts'

export const routes = [route('/office/support', () => import('./support.tsx'), 'SupportScreen')]
