import { HttpError } from '../http-error.js';
import { type Token, tokensOf } from './tokens.js';

const operators = [
  '=',
  '!=',
  '<>',
  '<',
  '>',
  '<=',
  '>=',
  'LIKE',
  'ILIKE',
  'STARTSWITH',
  'IN',
  'NOT LIKE',
  'NOT ILIKE',
  'NOT IN',
] as const;

/** What a field is compared by. */
export type Operator = (typeof operators)[number];

/** What is asked of a document. */
export type Condition =
  | { kind: 'and' | 'or'; left: Condition; right: Condition }
  | { kind: 'not'; inner: Condition }
  | { kind: 'compare'; field: string; operator: Operator; values: (string | number)[] };

/** A query, taken apart. */
export interface Query {
  readonly types: string[];
  readonly where: Condition | undefined;
  readonly order: { field: string; descending: boolean }[];
}

/** Takes a query apart. @throws HttpError 400 for what the stand-in does not know */
export function parse(query: string): Query {
  return new Parser(query, tokensOf(query)).query();
}

class Parser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: Token[],
  ) {}

  query(): Query {
    for (const expected of ['SELECT', '*', 'FROM']) this.expect(expected);
    const types = this.list(() => this.word());
    const where = this.take('WHERE') ? this.either() : undefined;
    const order = this.take('ORDER') && this.expect('BY') ? this.list(() => this.sorting()) : [];
    if (this.at < this.tokens.length) throw this.error();
    return { types, where, order };
  }

  private either(): Condition {
    const left = this.both();
    return this.take('OR') ? { kind: 'or', left, right: this.either() } : left;
  }

  private both(): Condition {
    const left = this.single();
    return this.take('AND') ? { kind: 'and', left, right: this.both() } : left;
  }

  private single(): Condition {
    if (this.take('NOT')) return { kind: 'not', inner: this.single() };
    if (!this.take('(')) return this.comparison();
    const inner = this.either();
    this.expect(')');
    return inner;
  }

  private comparison(): Condition {
    const field = this.word();
    const operator = this.operator();
    if (!operator.endsWith('IN')) return { kind: 'compare', field, operator, values: [this.literal()] };
    this.expect('(');
    const values = this.list(() => this.literal());
    this.expect(')');
    return { kind: 'compare', field, operator, values };
  }

  private operator(): Operator {
    const negated = this.take('NOT') ? 'NOT ' : '';
    const value = `${negated}${this.tokens[this.at]?.value ?? ''}`.toUpperCase();
    const operator = operators.find((known) => known === value);
    if (!operator) throw this.error();
    this.at++;
    return operator;
  }

  private sorting(): { field: string; descending: boolean } {
    const field = this.word();
    const descending = this.take('DESC');
    if (!descending) this.take('ASC');
    return { field, descending };
  }

  private list<Item>(item: () => Item): Item[] {
    const items = [item()];
    while (this.take(',')) items.push(item());
    return items;
  }

  private word(): string {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word') throw this.error();
    this.at++;
    return token.value;
  }

  private literal(): string | number {
    const token = this.tokens[this.at];
    if (token?.kind !== 'text' && token?.kind !== 'number') throw this.error();
    this.at++;
    return token.kind === 'number' ? Number(token.value) : token.value;
  }

  /** Goes on if a keyword or sign is next. */
  private take(value: string): boolean {
    const token = this.tokens[this.at];
    const isNext =
      token && token.kind !== 'text' && token.kind !== 'number' && token.value.toUpperCase() === value;
    if (isNext) this.at++;
    return Boolean(isNext);
  }

  private expect(value: string): true {
    if (!this.take(value)) throw this.error();
    return true;
  }

  private error(): HttpError {
    const found = this.tokens[this.at]?.value ?? 'its end';
    return new HttpError(
      400,
      `Failed to execute query: ${this.text}, Syntax error: the stand-in can't read ${found}`,
    );
  }
}
