/** Web UI's router, as far as addresses are made with it. Its paths have no `#!` yet. */
export interface Router {
  baseUrl?: string;
  useHashbang?: boolean;
  navigate(path: string): void;
  document(id: string, tab?: string): string;
}

/** Web UI's application element, `nuxeo-app`. */
export interface Application extends HTMLElement {
  router?: Router;
  page?: string;
  /** Shows the page of that name, with what the address says below it. */
  show?(page: string, routeParams: unknown[]): void;
  productName?: string;
  currentDocument?: unknown;
  currentUser?: unknown;
}

interface I18n {
  language?: string;
  translate?: (key: string, ...params: string[]) => string;
  /** The messages of a language, by its tag. */
  [language: string]: unknown;
}

interface Globals {
  Nuxeo?: { UI?: { config?: Record<string, unknown>; app?: Application | null; repositories?: unknown } };
  nuxeo?: { I18n?: I18n };
}

const globals = () => window as unknown as Globals;

/** Web UI's application element, when it is there. */
export const application = (): Application | undefined => globals().Nuxeo?.UI?.app ?? undefined;

/** Web UI's translations, when they are there. */
export const i18n = (): I18n | undefined => globals().nuxeo?.I18n;

/** Web UI's configuration, what the server's `org.nuxeo.web.ui.*` properties say; made where there is none yet. */
export const configuration = (): Record<string, unknown> =>
  (((globals().Nuxeo ??= {}).UI ??= {}).config ??= {});

/** The repositories that the server has, each with its Web UI's address, as far as Web UI says. */
export function repositories(): unknown[] {
  const list = globals().Nuxeo?.UI?.repositories;
  return Array.isArray(list) ? list : [];
}
