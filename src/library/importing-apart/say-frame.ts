/** Writes a frame on standard output; done when it has been taken. */
export const sayFrame = (frame: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(frame, error => (error ? reject(error) : resolve()))
  })
