import { polledLink } from './polled-link.ts'
import { postJson } from './post-json.ts'
import { webSocketLink } from './web-socket-link.ts'

/** The two ways to the server this page came from, for one of its channels. */
export function browserLinks(channel: 'seeker' | 'desk') {
  const { protocol, host } = location
  return {
    socket: webSocketLink(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/${channel}/socket`),
    polled: polledLink(`/api/${channel}/link`, postJson),
  }
}

/** Calls `wake` whenever this page may have slept, or the network came back (R4, R14). The answer stops it. */
export function onWake(wake: () => void): () => void {
  const whenSeen = () => {
    if (!document.hidden) wake()
  }
  window.addEventListener('online', wake)
  window.addEventListener('pageshow', wake)
  document.addEventListener('visibilitychange', whenSeen)
  document.addEventListener('resume', wake)
  return () => {
    window.removeEventListener('online', wake)
    window.removeEventListener('pageshow', wake)
    document.removeEventListener('visibilitychange', whenSeen)
    document.removeEventListener('resume', wake)
  }
}
