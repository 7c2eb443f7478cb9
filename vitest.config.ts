import { defineConfig } from 'vitest/config'

const stories = 'test/stories/**/*.story.test.ts'
const everyPage = 'test/stories/every-page.story.test.ts'
const story = {
  globalSetup: ['test/support/web-setup.ts'],
  testTimeout: 600_000,
  hookTimeout: 240_000,
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/database-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    maxConcurrency: 3,
    // generous, because a machine may be busy: a test that hangs fails, a slow one does not
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // what is true already is told at once
    expect: { poll: { timeout: 60_000 } },
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
          ...story,
          name: 'stories',
          include: [stories],
          exclude: [everyPage, '**/node_modules/**'],
          // One browser and one server at a time; people in a story wait for each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...story,
          name: 'pages',
          include: [everyPage],
          // By itself: it visits three pages at a time already.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
