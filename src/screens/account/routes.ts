import { route } from '../../platform/web/screen.ts'

export const routes = [route('/account', () => import('./account.tsx'), 'AccountScreen')]
