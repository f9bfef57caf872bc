/** How the two generations of one WOPI client differ (docs/wopi-clients.md "Seen with LibreOffice Online", "Newer Collabora Online"). */
export interface Dialect {
  /** Tells that its own code is there (`Initialized`) before it knows of the file. */
  readonly saysInitialized: boolean;
  /** Takes `Reset_Access_Token`, and tells ahead that one ends; without, it warns the person in a dialog of its own. */
  readonly takesToken: boolean;
  /** Says `close` and `rev-history` before today's names. */
  readonly saysOldNames: boolean;
  /** Names why it could not load by an `errorType`. */
  readonly hasErrorTypes: boolean;
  /** Adds two entries to the history; the other only on phones. */
  readonly addsHistory: boolean;
  /** Goes on trying to bring to the file what it has saved for itself; without, that waits for the next change. */
  readonly retries: boolean;
  /** Renames under the file's lock, as Nuxeo demands; without, it needs the right to make new files besides. */
  readonly renamesLocked: boolean;
}

const dialects: Readonly<Record<string, Dialect>> = {
  /** Collabora Online of today. */
  collabora: {
    saysInitialized: true,
    takesToken: true,
    saysOldNames: false,
    hasErrorTypes: true,
    addsHistory: false,
    retries: true,
    renamesLocked: true,
  },
  /** LibreOffice Online of 2020, from which it has grown. */
  libreoffice: {
    saysInitialized: false,
    takesToken: false,
    saysOldNames: true,
    hasErrorTypes: false,
    addsHistory: true,
    retries: false,
    renamesLocked: false,
  },
};

/** The dialect of a kind of WOPI client; undefined for those that speak as Microsoft's do. */
export function dialectOf(client: string): Dialect | undefined {
  return Object.hasOwn(dialects, client) ? dialects[client] : undefined;
}
