/**
 * Ages that stand in the text: of who writes («ben 16», «45j», «als zeventigjarige») and of whom it is about («mijn zoon van
 * 8», «oma is 82»). Years of something else («10 jaar getrouwd», «3 jaar geleden», «in 14 jaar») are no ages.
 */
import numberWords from '../vocabulary/number-words.json' with { type: 'json' }
import { PAUSE, readWordsAndPauses } from './read-text.ts'

export type SaidAges = { readonly writer?: number; readonly other?: number }

const YOUNGEST_WRITER = 6
const OLDEST = 105

const list = (words: string) => new Set(words.trim().split(/\s+/))

const named = new Map(Object.entries(numberWords))
const years = list('jaar year years ans jarig')
const shortYears = list('j jr yo')
const others =
  list(`zoon zoontje dochter dochtertje kind kindje kleine kleinzoon kleindochter broer broertje zus zusje zuster vriend
  vriendin vriendje mama papa moeder vader ma pa oma opa bomma bompa man vrouw vent tante nonkel oom neef nicht neefje nichtje leerling
  meisje jongen kleinkind hij zij ze hem haar die son daughter brother sister mother father friend he she girl boy fils fille frere soeur
  mere pere il elle ami amie schoonmoeder schoonvader stiefzoon stiefdochter puber tiener baby petekind gast collega buurvrouw buurman
  oudste jongste kleuter client patient`)
const self = list('ik k ben als i m je suis ai am word werd wij zijn we nous sommes were')
const linksToOther = list('van is was wordt bijna of de a zijn aged bientot pas nu al')
const startsWithAge =
  list(`en and et geworden jongen meisje vrouw man net nu nog woon zit ben heb kan mag mijn ik k mama papa jong oud pas
  student studente mannelijk vrouwelijk ouders alleen gescheiden getrouwd i my je mes`)
const afterNoAge =
  list(`geleden samen getrouwd lang ouder jonger later relatie huwelijk dienst terug clean nuchter verschil ago married
  together older younger plus aine aines sober weg gestopt dood overleden wachten`)
const beforeNoAge =
  list(`al sinds na over afgelopen laatste vorige reeds depuis since for binnen nog zeker toen vanaf op om tot in elke per
  der nummer uit 2e laatst bijna-al il`)

export function readAges(text: string): SaidAges {
  const ages: { writer?: number; other?: number } = {}
  const marked = readWordsAndPauses(text)
  const words = marked.filter((word) => word !== PAUSE)
  let at = -1
  marked.forEach((word, place) => {
    if (word === PAUSE) return
    at++
    const age = readNumber(word)
    if (age === undefined || age > OLDEST) return
    const isApart = isPause(marked[place - 1]) && isPause(marked[place + 1])
    const whose = whoseAge(words, at, isApart)
    if (!whose || ages[whose] !== undefined) return
    if (whose === 'other' || age >= YOUNGEST_WRITER) ages[whose] = age
  })
  return ages
}

const isPause = (word: string | undefined) => word === undefined || word === PAUSE

function readNumber(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  return named.get(word.replace(/jarigen?$|jarige$/, ''))
}

/** `isApart`: between two pauses, as in «boer, 58, alleen». */
function whoseAge(words: readonly string[], at: number, isApart: boolean): keyof SaidAges | undefined {
  const [next = '', second = '', third = ''] = words.slice(at + 1, at + 4)
  const [last = '', ...earlier] = words.slice(Math.max(0, at - 4), at).reverse()
  const isJarige = /jarige?n?$/.test(words[at] as string) || /^jarigen?$|^jarige$/.test(next)
  if (isJarige) return [next, second, third].some((word) => others.has(word)) ? 'other' : 'writer'

  const isYears = years.has(next)
  const isShort = shortYears.has(next)
  if (isLongAgo(last, earlier)) return undefined
  if (
    (at > 0 || !/^(?:getrouwd|samen|married|sober|clean)$/.test(second)) &&
    (afterNoAge.has(next) || ((isYears || isShort) && (afterNoAge.has(second) || afterNoAge.has(third))))
  )
    return undefined
  if (beforeNoAge.has(last)) return undefined

  if (linksToOther.has(last) && others.has(earlier[0] ?? '') && self.has(earlier[1] ?? '')) return 'writer'
  const before = [last, ...earlier]
  const toOther = before.findIndex((word) => others.has(word))
  const toSelf = before.findIndex((word) => self.has(word))
  if (isApart && !others.has(last)) return 'writer'
  if (isApart && at === 1 && /^(?:man|vrouw|jongen|meisje)$/.test(last)) return 'writer'
  if (toOther >= 0 && (toSelf < 0 || toOther < toSelf)) {
    return isYears || isShort || linksToOther.has(last) || toOther === 0 ? 'other' : undefined
  }
  const isWhole = isYears || isShort || next === '' || startsWithAge.has(next)
  if (toSelf === 0 || (toSelf === 1 && /^(?:nu|net|pas|zelf|ook|bijna|maar|al|nog|ben|am|suis|ai)$/.test(last)))
    return isCounting(next) ? undefined : 'writer'
  if (isShort) return 'writer'
  if (/^[mvfx]$/.test(last)) return 'writer'
  if (at === 0 || at === words.length - 1 || (isYears && at === words.length - 2)) return isWhole ? 'writer' : undefined
  return isYears && toSelf >= 0 ? 'writer' : undefined
}

/** «Ik ben 3 maanden ver», «k heb 2 kinderen»: a number of something. */
function isCounting(next: string): boolean {
  return /^(?:maand|week|weken|dag|uur|uren|keer|kind|klein|kilo|kg|euro|month|hour|kids|mois|semaine|jour|heure|enfants|min|procent)|^(?:x|e|de|ste)$/.test(
    next,
  )
}

/** «Toen ik 9 was», «when I was 12». */
function isLongAgo(last: string, earlier: readonly string[]): boolean {
  return [last, ...earlier].slice(0, 3).some((word) => /^(?:toen|when|quand)$/.test(word))
}
