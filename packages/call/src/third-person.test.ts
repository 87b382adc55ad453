import type { Heard, MemberView } from '@houvast/sealed/heard'
import { describe, expect, test } from 'vitest'
import type { ThirdSignal } from './call-signal.ts'
import { nextThird, type Third, whatToDo } from './third-person.ts'

const asks = (third = 'karim'): ThirdSignal => ({ kind: 'ask-third', third, name: 'Karim' })
const says = (isWelcome: boolean, third = 'karim'): ThirdSignal => ({ kind: 'third', third, isWelcome })

describe('[Z9] whether somebody may join', () => {
  test.each<[string, readonly (readonly [ThirdSignal, MemberView['role']])[], Third['is'] | undefined]>([
    ['nobody asked', [], undefined],
    ['the helper asks', [[asks(), 'helper']], 'asked'],
    [
      'and the seeker says yes',
      [
        [asks(), 'helper'],
        [says(true), 'seeker'],
      ],
      'welcome',
    ],
    [
      'and no',
      [
        [asks(), 'helper'],
        [says(false), 'seeker'],
      ],
      'refused',
    ],
    [
      'and takes a yes back',
      [
        [asks(), 'helper'],
        [says(true), 'seeker'],
        [says(false), 'seeker'],
      ],
      'refused',
    ],
    [
      'the helper says yes for them',
      [
        [asks(), 'helper'],
        [says(true), 'helper'],
      ],
      'asked',
    ],
    [
      'the third says yes for them',
      [
        [asks(), 'helper'],
        [says(true), 'reader'],
      ],
      'asked',
    ],
    ['a third asks for a fourth', [[asks(), 'reader']], undefined],
    [
      'the yes was for another',
      [
        [asks(), 'helper'],
        [says(true, 'veerle'), 'seeker'],
      ],
      'asked',
    ],
    [
      'another is asked after a yes',
      [
        [asks(), 'helper'],
        [says(true), 'seeker'],
        [asks('veerle'), 'helper'],
      ],
      'asked',
    ],
    ['a yes without a question', [[says(true), 'seeker']], undefined],
  ])('%s', (_, said, is) => {
    const third = said.reduce<Third | undefined>(
      (now, [one, role], seq) => nextThird(now, one, { role, seq }),
      undefined,
    )

    expect(third?.is).toBe(is)
  })
})

describe('[Z9] what the helper does about it', () => {
  const third = (is: Third['is'], since: number): Third => ({ kid: 'karim', name: 'Karim', is, since })
  const members = (seq: number, ...guests: string[]) =>
    ({ kind: 'members', seq, members: guests.map((kid) => ({ kid, role: 'reader' })) }) as unknown as Heard

  test.each<[string, Third | undefined, readonly Heard[], string | undefined]>([
    ['nobody was asked', undefined, [members(2)], undefined],
    ['asked only', third('asked', 5), [members(2)], undefined],
    ['welcome', third('welcome', 6), [members(2)], 'let-in'],
    ['welcome and in', third('welcome', 6), [members(2), members(7, 'karim')], undefined],
    ['welcome, was in, and went of their own', third('welcome', 6), [members(7, 'karim'), members(9)], undefined],
    ['welcome again after a first time', third('welcome', 12), [members(7, 'karim'), members(9)], 'let-in'],
    ['taken back', third('refused', 11), [members(2), members(7, 'karim')], 'let-go'],
    ['taken back and gone', third('refused', 11), [members(7, 'karim'), members(12)], undefined],
    ['in without a yes', third('asked', 11), [members(7, 'karim')], 'let-go'],
  ])('%s', (_, now, heard, todo) => {
    expect(whatToDo(now, heard)).toBe(todo)
  })
})
