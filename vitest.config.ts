import { defineConfig } from 'vitest/config'

const stories = 'test/stories/**/*.story.test.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/support/database-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    maxConcurrency: 3,
    // generous, because a machine may be busy: a test that hangs fails, a slow one does not
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
            'vite/**/*.test.ts',
          ],
          exclude: [stories, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: [stories],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // One browser and one server at a time; people in a story wait for each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
