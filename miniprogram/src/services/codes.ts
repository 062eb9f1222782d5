import { deviceKey } from '@/session/deviceKey'
import { solve } from '@/session/proofOfWork'
import { postFrom } from './request'
import type { SmsCodeSent, WorkAsked } from '../../api/schema'

/** Seconds. */
export type { SmsCodeSent } from '../../api/schema'

/** Asks for a code. A device that the court does not know does some computing first: nobody sees it, and it keeps strangers from using up a number. */
export async function askForCode(path: string, body: object): Promise<SmsCodeSent> {
  const device = await deviceKey()
  let answer = await postFrom<SmsCodeSent | WorkAsked>(device, path, body)
  // A challenge may run out or grow while it is worked on.
  for (let tries = 0; 'challenge' in answer && tries < 3; tries++) {
    const proof = { challenge: answer.challenge, number: await solve(answer) }
    answer = await postFrom(device, path, { ...body, proof })
  }
  if ('challenge' in answer) throw new Error('The court asks for work again and again.')
  return answer
}

/** Enters a code, on the device that asked for it. */
export const enterCode = async <T>(path: string, body: object) => postFrom<T>(await deviceKey(), path, body)
