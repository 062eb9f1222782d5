import { firstWordWith, sha256 } from './sha256'

/** What the court asks of a device that it does not know, before a code goes out. */
export interface WorkAsked {
  challenge: string
  bits: number
}

/** How long the page may stand still between two breaths, in milliseconds. */
const breath = 12
const between = 64

/** The first number whose hash behind the challenge's begins with so many zero bits; found in small steps, so that the page stays alive. */
export async function solve({ challenge, bits }: WorkAsked): Promise<number> {
  const firstWord = firstWordWith(sha256(challenge))
  for (let number = 0; ; ) {
    const until = Date.now() + breath
    while (Date.now() < until) {
      for (const end = number + between; number < end; number++) {
        if (firstWord(number) >>> (32 - bits) === 0) return number
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}
