/** Runs `work` while no other tab of this site runs work of that name. Where the browser has no locks, it just runs. */
export function oneTabAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? locks.request(name, work) as Promise<T> : work()
}
