import { route } from '../../platform/web/screen.ts'

export const routes = [route('/classes/:id/photos', () => import('./stack-screen.tsx'), 'StackScreen')]
