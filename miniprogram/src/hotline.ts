export const hotline = '12368'

export const callHotline = () => uni.makePhoneCall({ phoneNumber: hotline, fail() {} }) // closing the dialler is no failure
