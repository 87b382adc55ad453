import { p } from './messages.ts'

/** The steps of how much one shows of oneself, in words. */
export const pictureWords = () => ({
  picture: p('call.picture'),
  pictures: {
    none: p('call.picture.none'),
    avatar: p('call.picture.avatar'),
    blurred: p('call.picture.blurred'),
    camera: p('call.picture.camera'),
  },
})
