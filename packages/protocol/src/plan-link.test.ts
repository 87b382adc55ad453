import { expect, test } from 'vitest'
import { planLink, planLinkIn } from './plan-link.ts'

const here = 'https://praten.example'
const secret = 'AAAAAAAAAAAAAAAAAAAAAA'

test('the address of a plan of this site becomes a button', () => {
  expect(planLinkIn(` ${planLink(here, secret)}\n`, here)).toBe(planLink(here, secret))
})

test.each([
  ['another site', planLink('https://praten.example.elsewhere.test', secret)],
  ['another page of this site', `${here}/gedeeld#${secret}`],
  ['no secret', planLink(here, '')],
  ['words around it', `klik hier ${planLink(here, secret)}`],
  ['a script', `javascript:alert(1)//${planLink(here, secret)}`],
])('%s stays text', (_, text) => {
  expect(planLinkIn(text, here)).toBeUndefined()
})
