import { route } from '../../platform/web/screen.ts'

export const routes = [route('/classes/:id/stack', () => import('./stack-screen.tsx'), 'StackScreen')]
