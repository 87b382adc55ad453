import type { OpenLink } from './client-link.ts'

const ABNORMAL = 1006

/** `url` is ws: or wss:. It carries nothing secret: the ticket goes in the first frame. */
export const webSocketLink =
  (url: string): OpenLink =>
  (events) => {
    const socket = new WebSocket(url)
    let isClosed = false
    const closed = (code: number | undefined) => {
      if (isClosed) return
      isClosed = true
      events.closed(code)
    }
    socket.onopen = () => events.opened()
    socket.onmessage = ({ data }) => events.frame(String(data))
    socket.onclose = ({ code }) => closed(code === ABNORMAL ? undefined : code)
    return {
      send(frame) {
        if (socket.readyState === WebSocket.OPEN) socket.send(frame)
      },
      close() {
        // A dead network makes a browser wait for minutes before it says «closed»; we know enough now.
        socket.close()
        closed(undefined)
      },
    }
  }
