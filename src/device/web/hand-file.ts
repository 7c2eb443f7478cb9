/** Hands a file to the device's own downloads, under this name; it needs no network. */
export function handFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // the browser reads it after the press
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
