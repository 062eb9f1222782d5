import { here, routes } from '@/routes'

interface Router {
  resolve(path: string): { matched: unknown[] }
}

const router = () => (getApp() as unknown as { $router: Router }).$router

/** `#/` is the home page. */
const plain = (address: string) => decodeURI(address.replace(/^\/(?=\?|$)/, routes.home))

/**
 * H5: an address that is typed, pasted or followed while the app is open. uni-app shows nothing for one that it does not know, and keeps
 * the page when only what it was opened with has changed.
 */
export function followAddress() {
  window.addEventListener('hashchange', () => setTimeout(follow))
}

function follow() {
  const wanted = location.hash.slice(1) || '/'
  if (router().resolve(wanted).matched.length === 0) uni.reLaunch({ url: routes.missing })
  else if (isSamePage(plain(wanted), plain(here()))) uni.reLaunch({ url: plain(wanted) })
}

/** The same page for something else. Another page is on its way already. */
const isSamePage = (wanted: string, shown: string) => wanted !== shown && wanted.split('?')[0] === shown.split('?')[0]
