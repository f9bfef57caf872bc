import { HttpError } from '../http-error.js';

/** A piece of a query: a word (keyword, field or type), a literal, or a sign. */
export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  readonly value: string;
}

const pieces = [
  ['space', /\s+/y],
  ['text', /'(?:[^'\\\n\r]|\\[^\n\r])*'|"(?:[^"\\\n\r]|\\[^\n\r])*"/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z_][\w:.-]*(?:\/[\w:.*-]+)*/y],
  ['sign', /<>|!=|<=|>=|[=<>(),*]/y],
] as const;

/** The pieces of a query. @throws HttpError 400 for what is none */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length;) {
    const [kind, value] = pieceAt(query, at);
    at += value.length;
    if (kind !== 'space') tokens.push({ kind, value: kind === 'text' ? unquoted(value) : value });
  }
  return tokens;
}

function pieceAt(query: string, at: number): [Token['kind'] | 'space', string] {
  for (const [kind, pattern] of pieces) {
    pattern.lastIndex = at;
    const value = pattern.exec(query)?.[0];
    if (value !== undefined) return [kind, value];
  }
  throw new HttpError(400, `Failed to execute query: ${query}, Lexical Error: at position ${at}`);
}

/** A backslash before anything that it does not mean something for stays: `\%` is for LIKE to read. */
function unquoted(literal: string): string {
  const escapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  const quote = literal.charAt(0);
  return literal
    .slice(1, -1)
    .replace(/\\(.)/g, (whole, next: string) => (next === quote ? quote : (escapes[next] ?? whole)));
}
