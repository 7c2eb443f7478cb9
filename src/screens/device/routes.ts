import { route } from '../../platform/web/screen.ts'

export const routes = [route('/on-this-device', () => import('./on-this-device.tsx'), 'OnThisDevice')]
