/** Letters that both sides see beside the same appointment, to know which one is meant; they open nothing. */
const LETTERS = 4

export const codeOf = (id: string) =>
  id
    .replaceAll(/[^A-Za-z]/g, '')
    .slice(0, LETTERS)
    .toUpperCase()
