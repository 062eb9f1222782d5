import { forgetDrafts, hasDrafts } from '@/drafts/drafts'
import { confirm } from '@/look/confirm'
import { routes } from '@/routes'
import { signOut } from '@/services/auth'
import { Refused } from '@/services/refused'
import { signedIn, stayOut } from './session'
import { forgetVisit } from './visit'

/** Ends the session here in any case, and on the server when it can be reached. Unsent drafts go with it. */
export async function leave() {
  try {
    if (signedIn.value) await signOut()
  } catch (error) {
    if (!(error instanceof Refused)) throw error // unreachable or already ended: this device forgets all the same
  } finally {
    forgetDrafts()
    forgetVisit()
    stayOut()
  }
}

/** As the person asks for it: first a question when unsent words would be lost. */
export async function leaveByHand() {
  if (hasDrafts() && !(await confirm('您有没发出的留言', '退出登录以后，这台设备上的草稿会删掉。', '删掉草稿并退出'))) return
  await leave()
  uni.reLaunch({ url: routes.home })
}
