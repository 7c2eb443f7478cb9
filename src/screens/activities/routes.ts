import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/activities', () => import('./own-invitations.tsx'), 'OwnInvitations'),
  route('/classes/:id/activities', () => import('./class-activities.tsx'), 'ClassActivities'),
  route('/classes/:id/activities/new', () => import('./write-activity-screen.tsx'), 'NewActivity'),
  route('/spaces/:spaceId/activities', () => import('./class-activities.tsx'), 'ClassActivities'),
  route('/spaces/:spaceId/activities/new', () => import('./write-activity-screen.tsx'), 'NewActivity'),
  route('/activities/:id', () => import('./activity-screen.tsx'), 'ActivityScreen'),
  route('/activities/:id/edit', () => import('./write-activity-screen.tsx'), 'EditActivity'),
  route('/activities/:id/respond', () => import('./respond-screen.tsx'), 'RespondScreen'),
  route('/activities/:id/existing', () => import('./existing-work.tsx'), 'ExistingWork'),
  route('/activities/:id/responses', () => import('./response-viewer.tsx'), 'ResponseViewer'),
]
