import { forgetDrafts, hasDrafts } from '@/drafts/drafts'
import { confirm } from '@/look/confirm'
import { routes } from '@/routes'
import { withdrawAgreements } from '@/services/agreements'
import { signOut } from '@/services/auth'
import { Refused } from '@/services/refused'
import { forgetConsent } from './consent'
import { signedIn, stayOut } from './session'
import { forgetVisit } from './visit'

/** Ends the session here in any case, and on the server when it can be reached. Unsent drafts go with it. */
export async function leave() {
  try {
    if (signedIn.value) await signOut()
  } catch (error) {
    if (!(error instanceof Refused)) throw error // unreachable or already ended: this device forgets all the same
  } finally {
    forgetHere()
  }
}

function forgetHere() {
  forgetDrafts()
  forgetVisit()
  stayOut()
}

/** As the person asks for it: first a question when unsent words would be lost. */
export async function leaveByHand() {
  if (hasDrafts() && !(await confirm('您有没发出的留言', '退出登录以后，这台设备上的草稿会删掉。', '删掉草稿并退出'))) return
  await leave()
  uni.reLaunch({ url: routes.home })
}

/** Takes back what the person agreed to: every device of theirs is signed out, and this one forgets that anything was agreed to. */
export async function withdrawByHand() {
  const words = '所有设备都会退出登录，没发出的草稿会删掉。留过的言、签收过的文书照样有效。再登录要重新同意；不登录的，可以打 12368。'
  if (!(await confirm('撤回您的同意？', words, '撤回并退出'))) return
  await withdrawAgreements()
  forgetConsent()
  forgetHere()
  uni.reLaunch({ url: routes.home })
}
