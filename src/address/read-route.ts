import { ROUTE_ACTIONS, type Route } from './route.js';

/** The file that a route leads to, whatever is done with it. */
export const fileOf = ({ repository, documentId, xpath }: Omit<Route, 'action'>): string =>
  [repository, documentId, xpath].join('/');

/** The parts of such a file. */
export function partsOf(file: string): Omit<Route, 'action'> {
  const [repository = '', documentId = '', ...xpath] = file.split('/');
  return { repository, documentId, xpath: xpath.join('/') };
}

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
