import { type Platform, platformOf } from '@houvast/rules/reach-out/addresses'

export function platform(): Platform {
  return platformOf({ userAgent: navigator.userAgent, touchPoints: navigator.maxTouchPoints })
}
