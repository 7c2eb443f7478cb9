export function EditIterationScreen() {
  return null
}
