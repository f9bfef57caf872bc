/** What the router shows its pages on: the app. */
export interface RoutedApp {
  readonly baseUrl: string;
  router?: Router;
  show(page: string, routeParams?: string[]): void;
  load(page: string, id: string, path: string, tab: string): void;
  showAdministration(tab: string): Promise<void>;
  showError(code: number, message: string, url: string): void;
}

/** What Web UI's elements and addons make addresses with. A path has no `#!` yet. */
export interface Router {
  baseUrl: string;
  useHashbang: boolean;
  home(): string;
  browse(path?: string, tab?: string): string;
  document(idOrPath: string, tab?: string): string;
  user(name: string): string;
  group(name: string): string;
  page(name: string): string;
  administration(tab: string): string;
  navigate(path: string | undefined): void;
}

/** Gives the app its router, shows what the address asks for, and follows the address from then on. */
export function startRouting(app: RoutedApp): void {
  app.router = createRouter(app);
  window.addEventListener('popstate', () => follow(app));
  follow(app);
}

/** The elements call these without a `this`. */
function createRouter(app: RoutedApp): Router {
  const browse = (path = '', tab = ''): string =>
    `/browse${path.split('/').map(encodeURIComponent).join('/')}${query(tab)}`;
  return {
    baseUrl: app.baseUrl,
    useHashbang: true,
    home: () => '/home',
    browse,
    document: (idOrPath, tab = '') =>
      idOrPath.startsWith('/') ? browse(idOrPath, tab) : `/doc/${idOrPath}${query(tab)}`,
    user: (name) => `/user/${encodeURIComponent(name)}`,
    group: (name) => `/group/${encodeURIComponent(name)}`,
    page: (name) => `/${name}`,
    administration: (tab) => `/admin/${tab}`,
    // The page first, then the address, as Web UI's router does it.
    navigate(path) {
      if (path === undefined) return;
      showPath(app, path);
      history.pushState({ path }, '', `#!${path}`);
    },
  };
}

const query = (tab: string): string => (tab === '' ? '' : `?p=${encodeURIComponent(tab)}`);

function follow(app: RoutedApp): void {
  const path = location.hash.startsWith('#!') ? location.hash.slice(2) : '';
  if (path === '' || path === '/') {
    history.replaceState({}, '', '#!/home');
    app.show('home');
  } else {
    showPath(app, path);
  }
}

/** Web UI's router decodes the path as a whole, before it looks for segments: `routeParams` are plain text. */
function showPath(app: RoutedApp, address: string): void {
  const [path = '', search = ''] = address.split('?', 2);
  const tab = new URLSearchParams(search).get('p') ?? 'view';
  const [, name = '', ...params] = decodeURIComponent(path).split('/');
  const id = name === 'doc' ? params.filter((param) => param !== '').at(-1) : undefined;
  if (name === 'browse') app.load('browse', '', `/${params.join('/')}`, tab);
  else if (id !== undefined) app.load('browse', id, '', tab);
  else if (name === 'admin') void app.showAdministration(params[0] ?? '');
  else if (name !== '') app.show(name, params.length > 0 ? params : undefined);
  else app.showError(404, '', address);
}
