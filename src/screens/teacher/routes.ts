import { route } from '../../platform/web/screen.ts'

export const routes = [
  route('/today', () => import('./today.tsx'), 'TeacherToday'),
  route('/classes/:id', () => import('./class-wall.tsx'), 'ClassWall'),
  route('/classes/:id/post', () => import('./post.tsx'), 'PostForSeveral'),
  route('/spaces/:spaceId/post', () => import('./post.tsx'), 'PostForSeveral'),
  route('/learners/:id', () => import('./learner-glance.tsx'), 'LearnerGlance'),
]
