/** `${name}`, `${name:=default}`; a default may have one pair of braces in it. `$${…}` is left alone. */
const VARIABLE = /(?<!\$)\$\{#?([\w.-]+)(?::=([^{}]*|\{[^{}]*\}))?\}/g;

/** A value may have variables in it, to this depth. */
const DEPTH = 10;

/** Puts values in place of `${…}`, as the server does; one that is neither known nor has a default stays. */
export function expand(text: string, values: Record<string, string>): string {
  let expanded = text;
  for (let round = 0; round < DEPTH; round += 1) {
    const before = expanded;
    expanded = before.replace(VARIABLE, (whole, name: string, fallback?: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? '') : (fallback ?? whole),
    );
    if (expanded === before) break;
  }
  return expanded.replaceAll('$${', '${');
}
