/** The address that `npm run build:mp-weixin` compiles in when API_BASE is not given. */
const compiledBase = 'http://127.0.0.1:5081'

/** The build talks to its compiled-in address; the harness stands between and sends it to `apiBase`, as DNS would. */
export const reroute = (apiBase) => (url) =>
  url.replace(compiledBase, apiBase).replace(compiledBase.replace('http', 'ws'), apiBase.replace('http', 'ws'))
