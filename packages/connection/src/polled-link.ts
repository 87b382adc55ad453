/** R4: the same frames by posts and waits, where a WebSocket cannot be had. */

import { NewFrames, OpenedLink } from '@houvast/protocol/link-requests'
import { BATCH_MAX, FRAME_MAX } from '@houvast/rules/limits/limits'
import * as v from 'valibot'
import type { OpenLink } from './client-link.ts'

/** The server takes no longer body than four frames; the quotes in a frame are written as two. */
const POST_MAX = 3 * FRAME_MAX

export type Post = (path: string, body: unknown, signal?: AbortSignal) => Promise<{ status: number; json: unknown }>

/** `path` is where links are opened, like /api/seeker/link. */
export const polledLink =
  (path: string, post: Post): OpenLink =>
  (events) => {
    const abort = new AbortController()
    let link = ''
    let isClosed = false
    let sent = 0
    let waitingToGo: string[] = []
    let isSending = false

    function closed(code: number | undefined) {
      if (isClosed) return
      isClosed = true
      abort.abort()
      events.closed(code)
    }

    async function ask<Schema extends v.GenericSchema>(step: string, body: unknown, schema: Schema) {
      const { status, json } = await post(`${path}${step}`, body, abort.signal)
      if (status >= 400) throw new Error(`${status}`)
      return v.parse(schema, json)
    }

    async function send() {
      if (isSending || !link) return
      isSending = true
      while (waitingToGo.length > 0 && !isClosed) {
        const frames = inOnePost(waitingToGo)
        await ask('/send', { link, at: sent, frames }, v.unknown())
        sent += frames.length
        waitingToGo = waitingToGo.slice(frames.length)
      }
      isSending = false
    }

    async function listen() {
      link = (await ask('', {}, OpenedLink)).link
      events.opened()
      void send().catch(() => closed(undefined))
      let since = 0
      while (!isClosed) {
        const news = await ask('/wait', { link, since }, NewFrames)
        for (const frame of news.frames) events.frame(frame)
        since = news.next
        if (news.closed !== undefined) closed(news.closed)
      }
    }

    listen().catch(() => closed(undefined))
    return {
      send(frame) {
        waitingToGo.push(frame)
        void send().catch(() => closed(undefined))
      },
      close: () => closed(undefined),
    }
  }

function inOnePost(frames: readonly string[]): string[] {
  let room = POST_MAX
  const tooMany = frames.slice(0, BATCH_MAX).findIndex((frame, i) => {
    room -= JSON.stringify(frame).length + 1
    return room < 0 && i > 0
  })
  return frames.slice(0, tooMany < 0 ? BATCH_MAX : tooMany)
}
