/** The plan in a crisis: a page of its own that needs little and opens at once, also without a network. */
export const CRISIS_PLAN = '/mijn-crisis'
