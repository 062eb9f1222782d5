export const isWeChat = process.env.UNI_PLATFORM === 'mp-weixin'
export const isH5 = process.env.UNI_PLATFORM === 'h5'
