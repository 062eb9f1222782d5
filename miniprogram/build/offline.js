// Keeps the app itself, nothing of anybody: without a network it still opens and says so. A new version takes over once the old pages are closed.
const kept = 'h5-__VERSION__'
const files = __FILES__

self.addEventListener('install', (event) => event.waitUntil(caches.open(kept).then((cache) => cache.addAll(files))))

self.addEventListener('activate', (event) =>
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name))))),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.includes('/assets/')) event.respondWith(caches.match(request).then((found) => found ?? fetch(request)))
  else if (request.mode === 'navigate' && url.pathname === new URL('./', self.registration.scope).pathname)
    event.respondWith(fetch(request).catch(() => caches.match('./')))
})
