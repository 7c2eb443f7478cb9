import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './project-folder.mjs'

const oldest = 24

/** The Node to run under: this one when it is new enough, else the one that npm has installed. */
export function chooseNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldest) return { path: process.execPath }
  const installed = join(
    projectFolder,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  )
  try {
    accessSync(installed, constants.X_OK)
    return { path: installed }
  } catch {
    return {
      sentence:
        `Cairn runs on Node ${oldest} or newer. This is Node ${process.versions.node}, and npm brings no newer one ` +
        `for ${process.platform} ${process.arch}. Install Node ${oldest} from https://nodejs.org and run the command again.`,
    }
  }
}
