import { startFakeCourt } from './server.mjs'

// By hand: `npm run build:h5 && npm run fake`, then sign in with any phone number; the code is printed here.
const fake = await startFakeCourt({ staticDir: 'dist/build/h5', port: Number(process.env.PORT ?? 5091) })
console.log(fake.url)
const send = fake.court.sendSmsCode.bind(fake.court)
fake.court.sendSmsCode = (phone) => {
  const sent = send(phone)
  console.log(`SMS code: ${fake.court.smsCodes.get(phone).code}`)
  return sent
}
