/** A transaction that is undone as a whole when making its changes throws: by itself, IndexedDB would commit the first half. */
type Change = { readonly done: Promise<void>; abort(): void }

export async function inOneStep(change: Change, requests: Iterable<() => Promise<unknown>>): Promise<void> {
  const asked: Promise<unknown>[] = [change.done]
  try {
    for (const request of requests) asked.push(request())
  } catch (error) {
    change.abort()
    await Promise.allSettled(asked)
    throw error
  }
  await Promise.all(asked)
}
