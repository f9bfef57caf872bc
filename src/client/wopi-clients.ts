/** What an editor is told when it is opened, by its address or by a field of the form. */
export interface EditorRequest {
  readonly: boolean;
  /** BCP 47 tag. */
  language: string;
  /** The host page's origin, which an editor may send its messages to. */
  hostOrigin: string;
  /** An id of this session, by which support finds it. */
  hostSessionId: string;
  /** The user's name and that of who has made the document, as CheckFileInfo's UserId and OwnerId; empty where not known. */
  userId: string;
  ownerId: string;
  /** Whether the host page is dark. */
  isDark: boolean;
}

export type WopiClientKind = 'collabora' | 'libreoffice' | 'onlyoffice' | 'microsoft' | 'generic';

export interface WopiClient {
  /** Tells by the action URL whether it is this kind of client. */
  is: (url: URL) => boolean;
  /** What it takes on its URL beside what the server put there. */
  parameters: (request: EditorRequest) => Record<string, string>;
  /** What it takes in the form beside the token; what is empty is left out. */
  fields?: (request: EditorRequest) => Record<string, string>;
  /** Whether it always tells when the file is open, to whatever page frames it; others may be silent. */
  alwaysSpeaks?: true;
  /** Whether that address keeps it from changing the file, whatever the person may do. */
  isReadOnly?: (url: URL) => boolean;
  /** Whether the host page's own parameters `wd…` are meant for it. */
  takesHostQuery?: true;
  /** Whether that is Microsoft's own service, over whose editors nothing of the host's is to be (docs/microsoft.md). */
  isCloud?: (url: URL) => boolean;
  /** Whether what the host draws over it has to be a dialog that closes (docs/wopi-clients.md "Rules of Microsoft"). */
  wantsDialogs?: true;
  /** Whether it wants to know how long the host page has taken (`Host_PerfTiming`). */
  takesTimes?: true;
  /** Whether it saves when told to (`Action_Save`). */
  savesOnDemand?: true;
  /** Whether it tells when all changes are saved (`Doc_ModifiedStatus`). */
  tellsSaved?: true;
  /** Whether it waits with its own saves when an older version is about to be restored (`Host_VersionRestore`). */
  takesRestore?: true;
  /** Whether it takes a new token while it is open (`Reset_Access_Token`). */
  takesToken?: true;
  /** Whether the sessions of a file share one document on its server: what one has not saved, the next one has. */
  sharesDocument?: true;
  /** Seconds before a token's end at which it warns of it by itself, in a dialog that takes the keys. */
  warnsAhead?: number;
}

const collaboraParameters: WopiClient['parameters'] = ({ readonly, language, hostOrigin }) => ({
  lang: language,
  permission: readonly ? 'readonly' : 'edit',
  postmessage_origin: hostOrigin,
  closebutton: '1',
  revisionhistory: '1',
});

const collaboraFields: WopiClient['fields'] = ({ isDark }) => ({
  ui_defaults: `UITheme=${isDark ? 'dark' : 'light'};`,
});

const isReadOnly: WopiClient['isReadOnly'] = ({ searchParams }) =>
  searchParams.get('permission') === 'readonly';

/** Microsoft names languages with a region: `fr` is not known there, `fr-FR` is. */
function withRegion(language: string): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return region ? `${base}-${region}` : base;
}

/** Microsoft speaks one Arabic, Saudi Arabia's ("Languages supported in Microsoft 365 for the web"). */
const microsoftParameters: WopiClient['parameters'] = ({ language }) => ({
  ui: withRegion(language).replace(/^ar-.*/, 'ar-SA'),
  rs: withRegion(language),
});

/** The kinds of WOPI client (docs/wopi-clients.md "Clients"), the first that fits decides. A new one is a new row. */
export const WOPI_CLIENTS: Record<WopiClientKind, WopiClient> = {
  collabora: {
    is: ({ pathname }) => pathname.endsWith('/cool.html'),
    parameters: collaboraParameters,
    fields: collaboraFields,
    alwaysSpeaks: true,
    isReadOnly,
    savesOnDemand: true,
    tellsSaved: true,
    takesToken: true,
    takesRestore: true,
    sharesDocument: true,
    warnsAhead: 900,
  },
  // LibreOffice Online, from which Collabora Online has grown, and Collabora Online itself before version 22.
  libreoffice: {
    is: ({ pathname }) => pathname.endsWith('/loleaflet.html'),
    parameters: collaboraParameters,
    alwaysSpeaks: true,
    isReadOnly,
    savesOnDemand: true,
    tellsSaved: true,
    sharesDocument: true,
    warnsAhead: 900,
  },
  onlyoffice: {
    is: ({ pathname }) => pathname.includes('/hosting/wopi/'),
    parameters: ({ language }) => ({ lang: language, ui: language, rs: language }),
  },
  microsoft: {
    is: ({ hostname, pathname }) => hostname.includes('officeapps') || /^\/(we|wv|x|p|o)\//.test(pathname),
    // `sftc`: asks whether the frame is trusted (`App_IsFrameTrusted`), and is answered.
    parameters: (request) => ({
      ...microsoftParameters(request),
      sftc: '1',
      hid: request.hostSessionId,
    }),
    fields: ({ userId, ownerId }) => ({ user_id: userId, owner_id: ownerId }),
    isCloud: ({ hostname }) => /\.officeapps(-df)?\.live\.com$/.test(hostname),
    takesHostQuery: true,
    takesTimes: true,
    wantsDialogs: true,
  },
  generic: {
    is: () => true,
    parameters: microsoftParameters,
  },
};

/** Tells the kinds of WOPI client apart by the address of the editor. */
export function kindOf(actionUrl: string): WopiClientKind {
  const url = new URL(actionUrl);
  const kinds = Object.keys(WOPI_CLIENTS) as WopiClientKind[];
  return kinds.find((kind) => WOPI_CLIENTS[kind].is(url)) ?? 'generic';
}
