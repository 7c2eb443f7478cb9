import { route } from '../../platform/web/screen.ts'

export const routes = [route('/sign-in', () => import('./sign-in.tsx'), 'SignInScreen')]
