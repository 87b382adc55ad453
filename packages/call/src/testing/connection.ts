/** As much of a browser's connection as two descriptions need. */
export class Connection extends EventTarget {
  localDescription: { type: string; sdp: string } | null = null
  remoteDescription: { type: string; sdp: string } | null = null
  iceGatheringState = 'complete'
  signalingState = 'stable'
  isClosed = false
  createDataChannel = () => ({ readyState: 'connecting' })
  getTransceivers = () => []
  addTransceiver() {}
  async setRemoteDescription(description: { type: string; sdp: string }) {
    this.remoteDescription = description
  }
  async setLocalDescription() {
    this.localDescription = { type: 'answer', sdp: 'a=fingerprint:sha-256 AA' }
  }
  close() {
    this.isClosed = true
  }
}
