/** Narrowing of what comes from outside: a value of another type is as good as none. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The string, or `''` for anything else. */
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The strings of an array, or none. */
export const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
