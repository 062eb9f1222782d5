import { createSSRApp } from 'vue'
import App from './App.vue'
// #ifdef H5
import BrokenOff from './components/BrokenOff.vue'
// #endif

export function createApp() {
  const app = createSSRApp(App)
  // #ifdef H5
  app.component('AsyncError', BrokenOff) // in place of uni-app's own line of grey text
  // #endif
  return { app }
}
