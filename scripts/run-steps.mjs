import { spawn } from 'node:child_process'
import { projectFolder } from './project-folder.mjs'

/** Runs all steps one after another, whatever becomes of each, and tells whether every one succeeded. */
export async function runSteps(steps) {
  let failed = 0
  for (const step of steps) {
    const begin = Date.now()
    const { code, output } = await run(step.command)
    const seconds = ((Date.now() - begin) / 1000).toFixed(1)
    console.log(
      `${code === 0 ? 'ok    ' : 'FAILED'}  ${step.name.padEnd(8)} ${seconds.padStart(5)} s   ${step.command}`,
    )
    if (code === 0) continue
    failed += 1
    console.log(`${output.trim()}\n`)
  }
  return failed === 0
}

/** Its words are kept until it has ended; only a failure needs them. */
function run(command) {
  return new Promise((resolve) => {
    const [program, ...words] = command.split(' ')
    const child = spawn(program, words, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code, output }))
  })
}
