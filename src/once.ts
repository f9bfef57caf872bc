/** Fetches a chunk once. Even of a module that is there, `import()` tells only in a later task: a click is faster. */
export function once<Chunk>(load: () => Promise<Chunk>): () => Promise<Chunk> {
  let chunk: Chunk | undefined;
  return async () => (chunk ??= await load());
}
