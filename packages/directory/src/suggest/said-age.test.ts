import { describe, expect, test } from 'vitest'
import { readAges } from './said-age.ts'

describe('the age of who writes', () => {
  test.each([
    ['ik ben 16 en ik durf niet naar school', 16],
    ['ben 14j', 14],
    ['kben 13 jaar', 13],
    ['16, mijn ouders begrijpen niks', 16],
    ['ik word binnenkort 15 en', undefined],
    ['als zeventigjarige zit ik alleen', 70],
    ['ik ben zestien', 16],
    ['im 15 and scared', 15],
    ["j'ai 17 ans", 17],
    ['mijn vriend slaat mij, ik ben 45', 45],
    ['m15 en verliefd', 15],
    ['gepest op school 12 jaar', 12],
    ['43 en net de diagnose', 43],
    ['wij zijn 14', 14],
    ['boer, 58, alleen op den hof', 58],
    ['man, 34. maandag aangerand', 34],
    ['ik ben een jongen van 24', 24],
    ['56 jaar, getrouwd, drie kinderen', 56],
  ])('in «%s» is %s', (text, age) => {
    expect(readAges(text).writer).toBe(age)
  })
})

describe('no age at all', () => {
  test.each([
    'al 10 jaar getrouwd en nooit gelukkig',
    'ik ben 3 maanden zwanger',
    '3 jaar geleden misbruikt',
    'tien jaar geleden verkracht en nu komt alles terug',
    'nooit een klap gekregen in 14 jaar',
    'wachtlijst 9 jaar voor een woning',
    'ik heb 2 kinderen',
    'sinds 20 jaar alleen',
    '14 februari is het zijn verjaardag',
    '1978, een meisje',
    'bel ik 112 of 1813',
    'mijn vader stierf toen ik 12 was',
  ])('in «%s»', (text) => {
    expect(readAges(text).writer).toBeUndefined()
  })
})

describe('the age of whom it is about', () => {
  test.each([
    ['mijn zoon van 8 slaapt niet', 8],
    ['mijn dochter (14) snijdt zichzelf', 14],
    ['mijn 15 jarige dochter rookt', 15],
    ['mijn 15-jarige zoon', 15],
    ['ons ma is 82 en vergeet alles', 82],
    ['my son is 9', 9],
  ])('in «%s» is %s, and says nothing of the writer’s', (text, age) => {
    expect(readAges(text)).toEqual({ other: age })
  })
})
