/** Refuses avoided words in any Dutch sentence (packages/i18n/src/avoided-words.ts says which, and why). */
import { findAvoidedWords } from '../packages/i18n/src/avoided-words.ts'
import { dutchSentences } from './dutch-sentences.ts'

const sentences = dutchSentences()
const findings = sentences.flatMap(({ where, text }) =>
  findAvoidedWords(text).map(({ words, why }) => `${where}: «${words}»: ${why}`),
)
for (const finding of findings) console.error(finding)
console.log(`${sentences.length} Dutch sentences read, ${findings.length} with words we avoid`)
process.exitCode = findings.length > 0 ? 1 : 0
