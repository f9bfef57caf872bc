/** A blob as the REST API writes it. */
export interface Blob {
  name: string;
  'mime-type': string;
  /** bytes, as decimal digits */
  length: string;
  data: string;
  downloadUrl?: string;
}

/** A document as the REST API writes it; what the page reads of it. */
export interface NuxeoDocument {
  'entity-type': 'document';
  uid: string;
  path: string;
  type: string;
  title: string;
  facets: string[];
  isVersion: boolean;
  isTrashed: boolean;
  lockOwner?: string;
  properties: Record<string, unknown>;
  contextParameters?: {
    permissions?: string[];
    breadcrumb?: { entries: NuxeoDocument[] };
    subtypes?: { type: string; facets: string[] }[];
  };
}

/** The signed-in user. */
export interface NuxeoUser {
  id: string;
  properties: { firstName: string; lastName: string };
  isAdministrator: boolean;
}

/** `<nuxeo-document>`, which fetches documents. */
export interface DocumentElement extends HTMLElement {
  headers: Record<string, string>;
  enrichers: unknown;
  data: unknown;
  get(): Promise<NuxeoDocument>;
  post(): Promise<NuxeoDocument>;
}

/** The value at an xpath such as `files:files/0/file`. */
export function valueAt(properties: Record<string, unknown>, xpath: string): unknown {
  return xpath
    .split('/')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      properties,
    );
}

/** The document's blob at the xpath, with the address that Web UI's links download it from. */
export function blobAt(document: NuxeoDocument | undefined, xpath: string): Blob | undefined {
  const value = document && valueAt(document.properties, xpath);
  if (typeof value !== 'object' || value === null || !('data' in value)) return undefined;
  const blob = value as Blob;
  blob.downloadUrl ??= blob.data;
  return blob;
}

/** Web UI's globals: `Nuxeo.UI` and the messages (docs/host.md "Configuration"). */
export interface WebUiWindow {
  Nuxeo: {
    UI: {
      bundles: string[];
      config: { enrichers: { blob: string[] }; standIn?: { permissions?: unknown } };
      app?: Element;
    };
  };
  nuxeo: {
    I18n: { language: string; localeResolver?: () => Promise<unknown>; loadLocale(): Promise<void> };
    slots: { setSharedModel(model: object): void };
  };
}

/** The window with those globals, which are there once the elements are loaded. */
export const webUi = (): WebUiWindow => window as unknown as WebUiWindow;
