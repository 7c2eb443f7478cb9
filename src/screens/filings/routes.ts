import { route } from '../../platform/web/screen.ts'

export const routes = [route('/classes/:id/filed', () => import('./filed-screen.tsx'), 'FiledScreen')]
