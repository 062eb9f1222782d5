/**
 * A file by tus's own client, against the API at $API as who has $TOKEN. Prints what it has sent, the headers of the last answer,
 * and the address at the end; tests/Faults.Tests kills the API meanwhile.
 */
import { readFileSync } from 'node:fs'
import { Upload } from 'tus-js-client'

const { API, TOKEN, FILE, NAME } = process.env
let state = ''

const upload = new Upload(readFileSync(FILE), {
  endpoint: `${API}/api/v1/uploads`,
  headers: { Authorization: `Bearer ${TOKEN}` },
  metadata: { filename: NAME },
  chunkSize: 256 * 1024,
  retryDelays: Array.from({ length: 60 }, () => 1000),
  onChunkComplete: (_, sent) => console.log(`sent ${sent}`),
  onAfterResponse: (_, answer) => (state = answer.getHeader('Upload-State') ?? state),
  onError: (error) => {
    console.error(error)
    process.exit(1)
  },
  onSuccess: () => console.log(`${state} ${upload.url}`),
})
upload.start()
