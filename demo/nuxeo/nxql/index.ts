import { Blob } from '../blob.js';
import { type Document } from '../document.js';
import { facetsOf, isType } from '../document-types.js';
import { HttpError } from '../http-error.js';
import type { Repository } from '../repository.js';
import { type Condition, type Operator, parse } from './parser.js';

/** Where a query is run: page providers ask the database, the search endpoints the index (docs/host.md "Queries"). */
export type Engine = 'database' | 'index';

/** The documents that a query is about, in its order. @throws HttpError 400 for what the stand-in does not know */
export function find(repository: Repository, nxql: string, engine: Engine): Document[] {
  const { types, where, order } = parse(nxql);
  const unknown = types.find((type) => type !== 'Document' && !isType(type));
  if (unknown !== undefined) throw new HttpError(400, `No such type: ${unknown}`);
  const fields = new Fields(repository, engine);
  if (where) fields.check(where);
  for (const { field } of order) fields.requireKnown(field);
  const isAsked = (document: Document): boolean =>
    (types.includes('Document') || types.includes(document.type)) &&
    (!where || fields.holds(where, document));
  return [...repository.documents.values()]
    .filter((document) => document.type !== 'Root' && isAsked(document))
    .sort((one, other) => {
      for (const { field, descending } of order) {
        const [left = '', right = ''] = [one, other].map(
          (document) => fields.valuesOf(field, document)[0] ?? '',
        );
        const difference = String(left).localeCompare(String(right), 'en', {
          numeric: typeof left === 'number',
        });
        if (difference !== 0) return descending ? -difference : difference;
      }
      return 0;
    });
}

class Fields {
  constructor(
    private readonly repository: Repository,
    private readonly engine: Engine,
  ) {}

  /** @throws HttpError 400 where a condition names a field or a way to compare that the stand-in does not know */
  check(condition: Condition): void {
    if (condition.kind === 'not') return this.check(condition.inner);
    if (condition.kind !== 'compare') {
      this.check(condition.left);
      return this.check(condition.right);
    }
    this.requireKnown(condition.field);
    if (condition.operator === 'STARTSWITH' && condition.field !== 'ecm:path') {
      throw new HttpError(400, `The stand-in has STARTSWITH for ecm:path alone, not for ${condition.field}`);
    }
  }

  /** @throws HttpError 400 */
  requireKnown(field: string): void {
    const isKnown = Object.hasOwn(systemFields, field) || propertyPattern.test(field);
    if (!isKnown) throw new HttpError(400, `No such property: ${field}`);
  }

  holds(condition: Condition, document: Document): boolean {
    switch (condition.kind) {
      case 'and':
        return this.holds(condition.left, document) && this.holds(condition.right, document);
      case 'or':
        return this.holds(condition.left, document) || this.holds(condition.right, document);
      case 'not':
        return !this.holds(condition.inner, document);
      case 'compare':
        return this.compares(condition.field, condition.operator, condition.values, document);
    }
  }

  /** The values of a field, more than one of a list. */
  valuesOf(field: string, document: Document): (string | number)[] {
    const system = systemFields[field];
    if (system) return system(document, this.repository);
    const [, blobField = ''] = blobPattern.exec(field) ?? [];
    if (blobField === '') return plain(document.properties[field]);
    // The index knows the blob by its prefixed name alone.
    if (this.engine === 'index' && !field.startsWith('file:')) return [];
    const blob = document.properties['file:content'];
    if (!(blob instanceof Blob)) return [];
    return [
      { name: blob.name, 'mime-type': blob.mimeType, digest: blob.digest }[blobField] ?? blob.bytes.length,
    ];
  }

  private compares(
    field: string,
    operator: Operator,
    values: (string | number)[],
    document: Document,
  ): boolean {
    const [first = ''] = values;
    const has = (test: (value: string | number) => boolean): boolean =>
      this.valuesOf(field, document).some(test);
    const like = (flags: string): boolean =>
      has((value) => likePattern(String(first), flags).test(String(value)));
    // The index has nothing to compare regardless of case: no field of a stock server has the part for it.
    const ilike = (): boolean => this.engine === 'database' && like('i');
    switch (operator) {
      case '=':
        return has((value) => value === first);
      case '!=':
      case '<>':
        return !has((value) => value === first);
      case '<':
        return has((value) => value < first);
      case '>':
        return has((value) => value > first);
      case '<=':
        return has((value) => value <= first);
      case '>=':
        return has((value) => value >= first);
      case 'IN':
        return has((value) => values.includes(value));
      case 'NOT IN':
        return !has((value) => values.includes(value));
      case 'LIKE':
        return like('');
      case 'NOT LIKE':
        return !like('');
      case 'ILIKE':
        return ilike();
      case 'NOT ILIKE':
        return !ilike();
      case 'STARTSWITH':
        return has((value) => String(value).startsWith(`${String(first).replace(/\/+$/, '')}/`));
    }
  }
}

const propertyPattern = /^(?:dc|uid|common|note):\w+$|^(?:file:)?content\/(?:name|mime-type|digest|length)$/;
const blobPattern = /^(?:file:)?content\/(.+)$/;

type SystemField = (document: Document, repository: Repository) => (string | number)[];

const systemFields: Readonly<Record<string, SystemField>> = {
  'ecm:uuid': ({ id }) => [id],
  'ecm:name': ({ name }) => [name],
  'ecm:parentId': ({ parentId }) => (parentId === undefined ? [] : [parentId]),
  'ecm:path': (document, repository) => [repository.pathOf(document)],
  'ecm:primaryType': ({ type }) => [type],
  'ecm:mixinType': ({ type }) => facetsOf(type),
  'ecm:isTrashed': ({ isTrashed }) => [Number(isTrashed)],
  'ecm:isVersion': ({ versionOf }) => [Number(versionOf !== undefined)],
  'ecm:isProxy': () => [0],
  'ecm:versionVersionableId': ({ versionOf }) => (versionOf === undefined ? [] : [versionOf]),
};

function plain(value: unknown): (string | number)[] {
  const isPlain = (item: unknown): item is string | number => ['string', 'number'].includes(typeof item);
  return (Array.isArray(value) ? value : [value]).filter(isPlain);
}

/** `%` stands for anything, `_` for one character, and a backslash takes that from them. */
function likePattern(like: string, flags: string): RegExp {
  const pattern = like.replace(/\\(.)|[%_]|[^\\%_]+|\\$/gs, (piece, escaped?: string) => {
    if (piece === '%') return '.*';
    if (piece === '_') return '.';
    return (escaped ?? piece).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${pattern}$`, `su${flags}`);
}
