/**
 * `npm run bench:matching`: policies of matching side by side, from thirty professionals to a hundred thousand: how often
 * the theme is met, how evenly the work lies, and how long until somebody says yes. The same people come, in the same
 * order, to each policy; chance is seeded.
 */
import { match, type Wishes } from '@houvast/rules/matching/match'
import { type Candidate, type Load, type Theme, themes } from '@houvast/rules/matching/professional'
import { RING_MS, RINGS_MAX } from '@houvast/rules/matching/ring'
import { writeReport } from './report.ts'

const NOW = Date.UTC(2026, 10, 26, 19)
const TALK_MINUTES = 15
const YES = 0.75

/** Mulberry32. */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Policy = (
  wishes: Wishes,
  free: readonly Candidate[],
  asked: ReadonlySet<string>,
  now: number,
) => Candidate | undefined

const policies: Readonly<Record<string, (random: () => number) => Policy>> = {
  'tiers, then least minutes (ours)': () => (wishes, free, askedBefore, now) =>
    match(wishes, free, { now, askedBefore }).chosen,
  'best score first': () => (wishes, free, asked) =>
    free
      .filter((one) => !asked.has(one.kid) && one.profile.languages.includes(wishes.language))
      .map((one) => ({ one, score: score(wishes, one) }))
      .sort((a, b) => b.score - a.score || (a.one.kid < b.one.kid ? -1 : 1))[0]?.one,
  'whoever is free, by chance': (random) => (wishes, free, asked) => {
    const may = free.filter((one) => !asked.has(one.kid) && one.profile.languages.includes(wishes.language))
    return may[Math.floor(random() * may.length)]
  },
}

const score = ({ theme, gender }: Wishes, { profile }: Candidate) =>
  (profile.themes.includes(theme) ? 2 : 0) + (gender === profile.gender ? 1 : 0) - profile.themes.length / 100

function people(count: number, random: () => number): Candidate[] {
  return Array.from({ length: count }, (_, at) => {
    const known = themes.filter(() => random() < 0.3)
    const load: Load = { minutes: 0, lastTalkAt: 0 }
    return {
      kid: `k${at}`,
      profile: {
        ...{ title: 'clinical-psychologist', about: '', weekly: [] },
        gender: random() < 0.8 ? 'woman' : 'man',
        languages: random() < 0.15 ? ['nl', 'fr'] : ['nl'],
        themes: known.length > 0 ? known : ['worry'],
      },
      recognition: { commissionNumber: '0', checkedBy: 'x', checkedAt: 0, validUntil: Number.MAX_SAFE_INTEGER },
      load,
    }
  })
}

function wishesOf(random: () => number): Wishes {
  const theme = themes[Math.floor(random() * (themes.length - 1))] as Theme
  const wish = random()
  return {
    language: random() < 0.05 ? 'fr' : 'nl',
    theme,
    ...(wish < 0.25 ? { gender: 'woman' } : wish < 0.35 ? { gender: 'man' } : {}),
  }
}

function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const sum = sorted.reduce((all, one) => all + one, 0)
  if (sum === 0) return 0
  return sorted.reduce((all, one, at) => all + (2 * (at + 1) - sorted.length - 1) * one, 0) / (sorted.length * sum)
}

/** A third of the professionals is there; each hour a person comes for every two of them. */
function simulate(policyName: string, count: number, arrivals: number) {
  const make = policies[policyName]
  if (!make) throw new Error(policyName)
  const policy = make(chance(7))
  const there = people(count, chance(1)).filter((_, at) => at % 3 === 0)
  const loads = new Map(there.map((one) => [one.kid, { minutes: 0, lastTalkAt: 0, busyUntil: 0 }]))
  const [come, decide] = [chance(2), chance(3)]
  let now = NOW
  let met = 0
  let talks = 0
  const waits: number[] = []
  for (let arrival = 0; arrival < arrivals; arrival++) {
    now += (3_600_000 * 2) / there.length
    const wishes = wishesOf(come)
    const free = there.flatMap((one) => {
      const load = loads.get(one.kid)
      return load && load.busyUntil <= now
        ? [{ ...one, load: { minutes: load.minutes, lastTalkAt: load.lastTalkAt } }]
        : []
    })
    const asked = new Set<string>()
    for (let ring = 0; ring < RINGS_MAX; ring++) {
      const chosen = policy(wishes, free, asked, now)
      if (!chosen) break
      asked.add(chosen.kid)
      const load = loads.get(chosen.kid)
      if (decide() > YES || !load) continue
      const seconds = (ring * RING_MS) / 1_000 + 4 + decide() * 8
      Object.assign(load, {
        minutes: load.minutes + TALK_MINUTES,
        lastTalkAt: now,
        busyUntil: now + TALK_MINUTES * 60_000,
      })
      waits.push(seconds)
      talks++
      if (chosen.profile.themes.includes(wishes.theme)) met++
      break
    }
  }
  waits.sort((a, b) => a - b)
  return {
    themeMet: met / talks,
    gini: gini([...loads.values()].map(({ minutes }) => minutes)),
    medianSeconds: waits[Math.floor(waits.length / 2)] ?? Number.NaN,
    p95Seconds: waits[Math.floor(waits.length * 0.95)] ?? Number.NaN,
    through: talks / arrivals,
  }
}

/** One choice, everybody of them free. */
function timeOfOne(count: number): number {
  const all = people(count, chance(1))
  const come = chance(2)
  const times: number[] = []
  for (let run = 0; run < 60; run++) {
    const wishes = wishesOf(come)
    const from = performance.now()
    match(wishes, all, { now: NOW, askedBefore: new Set() })
    if (run >= 10) times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

const rows = [30, 300, 3_000].flatMap((count) =>
  Object.keys(policies).map((name) => ({ count, name, ...simulate(name, count, Math.max(600, count * 2)) })),
)
const percent = (value: number) => `${(value * 100).toFixed(1)} %`
writeReport(`
## Matching

A simulated week: a third of the professionals is there, each knows three themes of ten, three in four say yes; the same people come to each policy in the same order.

| professionals | policy | theme met | Gini of minutes | to a yes, median | p95 | put through |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row.count} | ${row.name} | ${percent(row.themeMet)} | ${row.gini.toFixed(3)} | ${row.medianSeconds.toFixed(0)} s | ${row.p95Seconds.toFixed(0)} s | ${percent(row.through)} |`).join('\n')}

One choice, all of them free (aim: 100,000 in at most 5 ms): ${[30, 1_000, 10_000, 100_000].map((count) => `${count.toLocaleString('en')}: ${timeOfOne(count).toFixed(2)} ms`).join(' · ')}.
`)
