/** What a person can ask for by address. The server's own `editnew` is part of `edit`. */
export const ROUTE_ACTIONS = ['edit', 'view', 'convert'] as const;
export type RouteAction = (typeof ROUTE_ACTIONS)[number];

/** The address of an editor: `/office-online/{action}/{repository}/{documentId}/{xpath}`. */
export interface Route {
  action: RouteAction;
  repository: string;
  documentId: string;
  /** Where the blob stands in the document: `file:content`, `files:files/0/file`. */
  xpath: string;
}

const encode = (segment: string) => encodeURIComponent(segment).replaceAll('%3A', ':');

/** The path of a route in Web UI's router. */
export function formatRoute({ action, repository, documentId, xpath }: Route): string {
  const segments = ['office-online', action, repository, documentId, ...xpath.split('/')];
  return `/${segments.map(encode).join('/')}`;
}

/** The file that a route leads to, whatever is done with it. */
export const fileOf = ({ repository, documentId, xpath }: Omit<Route, 'action'>): string =>
  [repository, documentId, xpath].join('/');

/** Some routers have decoded already: what is no encoded text is taken as it is. */
function decode(segment: unknown): string {
  try {
    return decodeURIComponent(String(segment));
  } catch {
    return String(segment);
  }
}

/** Reads the parameters that Web UI hands to a page; `undefined` when they are no route of ours. */
export function parseRoute(params: unknown): Route | undefined {
  if (!Array.isArray(params)) return undefined;
  const [name, repository, documentId, ...path] = params.map(decode);
  const action = ROUTE_ACTIONS.find((known) => known === name);
  const xpath = path.join('/');
  return action && repository && documentId && xpath ? { action, repository, documentId, xpath } : undefined;
}
