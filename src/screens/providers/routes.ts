import { route } from '../../platform/web/screen.ts'

export const routes = [route('/office/signing-in', () => import('./signing-in.tsx'), 'SigningIn')]
