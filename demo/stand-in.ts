import { createServer } from 'node:http';
import express from 'express';
import { close, listen } from './local-server.js';
import { createNuxeo, type Nuxeo } from './nuxeo/index.js';
import { type ClientKind, createOffice, type Office } from './office/index.js';
import { createPage } from './page/index.js';

/** How a stand-in is set up; everything may be left out. */
export interface StandInOptions {
  /** port of Nuxeo and its Web UI; 0, the default, is any free one */
  port?: number;
  /** port of the editor; 0, the default, is any free one */
  officePort?: number;
  /** discovery of a real WOPI client, whose editors take the place of the stand-in's own: `http://localhost:9980/hosting/discovery` */
  discoveryUrl?: string;
  /** where that client finds this Nuxeo, if not where the browser does: `http://host.docker.internal:8080` */
  wopiHost?: string;
  /** what kind of WOPI client the editor is, Microsoft's unless told */
  client?: ClientKind;
  /** `org.nuxeo.web.ui.*` properties without that prefix, for example `{'officeOnline.enabled': 'false'}` */
  config?: Record<string, string>;
  /** what nuxeo.conf sets, for example `{'nuxeo.office.online.enabled': 'false'}` */
  conf?: Record<string, string>;
  /** path of the plugin's Nuxeo package; it is packed from the sources when none is given */
  package?: string;
  /** folder of another addon to load in the plugin's place, which brings no messages; false for none at all */
  plugin?: string | false;
  /** has the stock addon's link there too */
  stockLink?: boolean;
  /** has Web UI's element for a document's permissions there too, which is large */
  permissions?: boolean;
  /** seconds an access token lives */
  tokenTtl?: number;
  /** ms a WOPI lock lives */
  lockTtl?: number;
  /** what a `CheckFileInfoUpdater` adds to CheckFileInfo: `{UserCanNotWriteRelative: false}` */
  checkFileInfo?: Record<string, unknown>;
  /** gets a line for each call of the WOPI client: `POST PUT "Budget.xlsx" 200 12 ms` */
  logWopi?: (line: string) => void;
  /** the editor's auto-save times are divided by it */
  autoSaveFactor?: number;
}

/** A Nuxeo with Web UI and an Office editor that run in this process. */
export interface StandIn {
  /** `http://localhost:8080/nuxeo/ui/` */
  readonly url: string;
  /** `http://localhost:8081`; the origin of the real client's discovery where there is one */
  readonly officeUrl: string;
  readonly nuxeo: Nuxeo;
  /** the stand-in's own editor; nobody opens anything in it where a real client is there */
  readonly office: Office;
  /** may be changed: it is read whenever the page is loaded */
  readonly config: Record<string, string>;
  /** may be changed, as by a restart of the server: it is read whenever the page is loaded */
  readonly conf: Record<string, string>;
  /** Has CheckFileInfo name the page for messages, as an integrator's `CheckFileInfoUpdater` does. */
  speakWithHost(): void;
  /** Ends everything, open connections too. */
  stop(): Promise<void>;
}

/** Starts a stand-in. @throws Error that says so when a port is taken, a sample is missing, a build fails, a server would refuse the package or the real client's discovery lists nothing */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { client, tokenTtl, lockTtl, autoSaveFactor, config = {}, conf = {}, stockLink } = options;
  const { wopiHost, logWopi } = options;
  const nuxeoSite = express();
  const officeSite = express();
  const servers = [createServer(nuxeoSite), createServer(officeSite)] as const;
  const end = () => Promise.all(servers.map(close));
  try {
    const nuxeoUrl = await listen(servers[0], options.port ?? 0);
    const ownUrl =
      options.discoveryUrl === undefined ? await listen(servers[1], options.officePort ?? 0) : undefined;
    const discoveryUrl = options.discoveryUrl ?? `${ownUrl}/hosting/discovery`;

    const office = createOffice({ client, autoSaveFactor });
    officeSite.use(office.app);
    const nuxeo = createNuxeo({
      discoveryUrl,
      wopiHost,
      tokenTtl,
      lockTtl,
      logWopi,
      convert: (bytes, from, to) => office.convert(bytes, from, to),
    });
    Object.assign(nuxeo.checkFileInfo, options.checkFileInfo);
    if (ownUrl === undefined && (await nuxeo.editorOrigins()).length === 0) {
      throw new Error(`No editor can be had from ${discoveryUrl}.`);
    }
    const page = await createPage({
      editorOrigins: async () => (nuxeo.faults.blocksEditor ? [] : nuxeo.editorOrigins()),
      config,
      conf,
      package: options.package,
      plugin: options.plugin,
      stockLink,
      permissions: options.permissions,
    });
    nuxeoSite.use('/nuxeo/ui', nuxeo.requireSignIn, page);
    nuxeoSite.use(nuxeo.app);
    nuxeoSite.get('/favicon.ico', (_request, response) => void response.sendStatus(204));
    nuxeoSite.get('/', (_request, response) => response.redirect('/nuxeo/ui/'));

    return {
      url: `${nuxeoUrl}/nuxeo/ui/`,
      officeUrl: ownUrl ?? new URL(discoveryUrl).origin,
      nuxeo,
      office,
      config,
      conf,
      speakWithHost: () =>
        void Object.assign(nuxeo.checkFileInfo, {
          PostMessageOrigin: nuxeoUrl,
          EditNotificationPostMessage: true,
          ClosePostMessage: true,
          EditModePostMessage: true,
          FileSharingPostMessage: true,
          FileVersionPostMessage: true,
        }),
      async stop() {
        // The editor gives back its locks to Nuxeo, which must still be there.
        await office.stop();
        nuxeo.stop();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
