/** A whole conversation, to see that the server still does what it is for. */
import type { Ask } from './ask.ts'
import { goOnDuty, type Helper, helperHello, take } from './helper.ts'
import { openPolled, openSocket } from './link.ts'
import { seekerHello, seekerView, startSeeker } from './seeker.ts'

/** What each of the two has read at the end. `desk` may ask another process of the same site. */
export async function talkOfTwo(
  at: { readonly origin: string; readonly ask: Ask; readonly by?: 'socket' | 'posts' },
  helper: Helper,
  desk = at,
) {
  const open = ({ origin, ask, by }: typeof at, role: 'seeker' | 'desk') =>
    by === 'posts' ? openPolled(ask, role) : openSocket(origin, role)
  const deskLink = await open(desk, 'desk')
  const link = await open(at, 'seeker')
  try {
    await helperHello(desk.ask, deskLink, helper)
    const duty = await goOnDuty(desk.ask, deskLink, helper)
    const seeker = await startSeeker(at.ask, helper.line, 'mag ik iets vragen')
    await seekerHello(at.ask, link, seeker)
    const mine = seekerView(link, seeker)
    await mine.upTo(2)
    const theirs = await take(deskLink, helper, duty, seeker.conversation)
    await theirs.upTo(3)
    await mine.upTo(3)
    await theirs.upTo(await mine.say('ben je daar'))
    await mine.upTo(await theirs.say('ja'))
    return { ofSeeker: mine.words, ofHelper: theirs.words, seeker, link, deskLink }
  } finally {
    // A link of posts is thought to be there for a while after its last wait.
    await deskLink.send({ type: 'go-off-duty' }).catch(() => {})
    link.close()
    deskLink.close()
  }
}

export const WORDS = ['mag ik iets vragen', 'ben je daar', 'ja']
