import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/classes/:id/first-passwords', () => import('./class-first-passwords.tsx'), 'ClassFirstPasswords'),
  route('/office/ways-in', () => import('./ways-in.tsx'), 'WaysIn'),
]
