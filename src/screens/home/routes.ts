import { route } from '../../platform/web/screen.ts'

export const routes = [route('/', () => import('./home.tsx'), 'HomeScreen')]
