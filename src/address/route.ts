/** What a person can ask for by address. The server's own `editnew` is part of `edit`. */
export const ROUTE_ACTIONS = ['edit', 'view', 'convert'] as const;
export type RouteAction = (typeof ROUTE_ACTIONS)[number];

/** Which document: an id is its own in its repository alone. */
export interface DocumentAddress {
  repository: string;
  documentId: string;
}

/** The address of an editor: `/office-online/{action}/{repository}/{documentId}/{xpath}`. */
export interface Route extends DocumentAddress {
  action: RouteAction;
  /** Where the blob stands in the document: `file:content`, `files:files/0/file`. */
  xpath: string;
}

const encode = (segment: string) => encodeURIComponent(segment).replaceAll('%3A', ':');

/** The path of a route in Web UI's router. */
export function formatRoute({ action, repository, documentId, xpath }: Route): string {
  const segments = ['office-online', action, repository, documentId, ...xpath.split('/')];
  return `/${segments.map(encode).join('/')}`;
}
