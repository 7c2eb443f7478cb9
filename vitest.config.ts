import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const databaseSetup = 'test/support/database-setup.ts'

export default defineConfig({
  test: {
    globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
  },
})
