/** How the two generations of one WOPI client differ (docs/wopi-clients.md "Seen with LibreOffice Online", "Newer Collabora Online"). */
export interface Dialect {
  /** tells that its own code is there (`Initialized`), before it knows of the file */
  readonly saysInitialized: boolean;
  /** takes `Reset_Access_Token` and asks for one ahead of the end; without, it warns the person in a dialog of its own */
  readonly takesToken: boolean;
}

const dialects: Readonly<Record<string, Dialect>> = {
  /** Collabora Online of today. */
  collabora: { saysInitialized: true, takesToken: true },
  /** LibreOffice Online of 2020, from which it has grown. */
  libreoffice: { saysInitialized: false, takesToken: false },
};

/** The dialect of a kind of WOPI client; undefined for those that speak as Microsoft's do. */
export function dialectOf(client: string): Dialect | undefined {
  return Object.hasOwn(dialects, client) ? dialects[client] : undefined;
}
