/**
 * Words that do not stand in our Dutch sentences, after the media guidelines on suicide (VLESP, WHO): they judge, promise,
 * or make an attempt sound like something that can go well. And promises about anonymity that nobody can keep.
 *
 * The list is blunt on purpose: «het is gelukt» says nothing wrong about a download, but there is always another way to say it.
 */
type Avoided = { readonly pattern: RegExp; readonly why: string }

const avoided: readonly Avoided[] = [
  {
    pattern: /\b(?:plegen|pleegt|pleegde[n]?|gepleegd)\b/iu,
    why: '«plegen» belongs to crimes: say «overleden door zelfdoding»',
  },
  {
    pattern: /\b(?:geslaagde?|slaagde[n]?|gelukte?|mislukte?|mislukken|mislukking)\b/iu,
    why: 'an attempt does not succeed or fail: say «poging»',
  },
  { pattern: /\b(?:uitweg|oplossing(?:en)?)\b/iu, why: 'suicide is no way out: say «hulp is mogelijk»' },
  { pattern: /\brust\s+(?:te\s+)?(?:vinden|vindt|vond|gevonden)\b/iu, why: 'makes death sound restful' },
  { pattern: /\b(?:pijnloo?s|pijnloze)\b/iu, why: 'makes an attempt sound easy' },
  {
    pattern: /\been\s+einde?\s+(?:\S+\s+){0,3}(?:maken|maakt|maakte|gemaakt)\b/iu,
    why: 'veils what is meant: say «zelfmoord»',
  },
  {
    pattern: /\b(?:om\s+)?aandacht\s+(?:te\s+)?(?:vragen|vraagt|vroeg|zoeken|zoekt)\b/iu,
    why: 'belittles someone in need',
  },
  {
    pattern: /\b(?:daders?|slachtoffers?)\s+van\s+(?:zelf|een\s+poging)/iu,
    why: 'nobody is that of their own suffering',
  },
  { pattern: /\b(?:je|jouw)\s+(?:eigen\s+)?schuld\b|\bschuldig\b/iu, why: 'guilt helps nobody' },
  {
    pattern: /\b(?:alles|het)\s+komt\s+(?:wel\s+)?goed\b|\bgegarandeerd\b|\bgarantie\b/iu,
    why: 'a promise we cannot keep',
  },
  {
    pattern: /(?:100\s*%|honderd\s+procent|volledig|volkomen|helemaal|totaal|volstrekt)\s+(?:anoniem|veilig)\b/iu,
    why: 'nobody can promise that: say what is known and by whom',
  },
  { pattern: /\p{Extended_Pictographic}/u, why: 'no emoji on these screens' },
]

export type Finding = { readonly words: string; readonly why: string }

export function findAvoidedWords(sentence: string): readonly Finding[] {
  return avoided.flatMap(({ pattern, why }) => {
    const found = pattern.exec(sentence)
    return found ? [{ words: found[0], why }] : []
  })
}
