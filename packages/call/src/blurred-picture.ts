/**
 * The camera through 24 × 18 points: one sees somebody move and nod, and not who it is. Coarser than a blur of the
 * background on purpose: nothing of the room or the face is in the picture that goes out.
 */

const POINTS = { width: 24, height: 18 } as const
const SIZE = { width: 320, height: 240 } as const
const FRAMES = 15

export function blurredPicture(camera: MediaStreamTrack): { track: MediaStreamTrack; stop(): void } {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true })
  video.srcObject = new MediaStream([camera])
  void video.play().catch(() => {})
  const small = Object.assign(document.createElement('canvas'), POINTS)
  const canvas = Object.assign(document.createElement('canvas'), SIZE)
  const pens = [small.getContext('2d'), canvas.getContext('2d')] as const
  const draw = () => {
    const [few, pen] = pens
    if (!few || !pen || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    few.drawImage(video, 0, 0, POINTS.width, POINTS.height)
    pen.imageSmoothingEnabled = true
    pen.drawImage(small, 0, 0, SIZE.width, SIZE.height)
  }
  const timer = setInterval(draw, 1_000 / FRAMES)
  const [track] = canvas.captureStream(FRAMES).getVideoTracks() as [MediaStreamTrack]
  return {
    track,
    stop() {
      clearInterval(timer)
      video.srcObject = null
      camera.stop()
      track.stop()
    },
  }
}
