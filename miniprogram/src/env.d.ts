/// <reference types="vite/client" />

/** Where the litigants' API lives: `''` in H5 (same origin), an absolute address in the mini-program. */
declare const API_BASE: string

/** Whether the build names WeChat's speech plugin. */
declare const WECHAT_SPEECH: boolean
declare function requirePlugin(name: string): unknown

/** Replaced at build time by the uni-app compiler. */
declare const process: { env: { UNI_PLATFORM: 'h5' | 'mp-weixin'; [name: string]: string | undefined } }

/** What uni-app does not wrap of WeChat's own API. Absent in H5. */
declare const wx: {
  /** From client library 2.15.0 on. */
  getAppBaseInfo?(): { fontSizeScaleFactor?: number; fontSizeSetting?: number }
  getRandomValues?(o: { length: number; success(r: { randomValues: ArrayBuffer }): void; fail(): void }): void
  getFileSystemManager(): {
    unlink(o: { filePath: string; fail?(): void }): void
    readFile(o: { filePath: string; position: number; length: number; success(r: { data: string | ArrayBuffer }): void; fail(): void }): void
  }
  addPhoneCalendar(o: { title: string; description: string; location?: string; startTime: number; endTime?: string; allDay?: boolean; alarm: boolean; alarmOffset: number; success(): void; fail(e: { errMsg: string }): void }): void
  chooseMessageFile(o: {
    count: number
    type: 'file'
    extension: string[]
    success(r: { tempFiles: { path: string; name: string; size: number }[] }): void
    fail(): void
  }): void
}

declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<object, object, unknown>
  export default component
}
