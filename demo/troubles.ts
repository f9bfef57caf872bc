import type { Nuxeo } from './nuxeo/index.js';
import type { StandIn } from './stand-in.js';

/** What can be set up wrongly, as people do it, by the name that the command line has for it. */
const troubles = {
  /** the server can't read the discovery */
  'discovery-down': ({ faults }) => (faults.discoveryDown = true),
  /** another `nuxeo.jwt.secret` on each node */
  'wrong-secret': ({ faults }) => (faults.wrongSecret = true),
  /** the server's clock is an hour ahead */
  clock: ({ faults }) => (faults.clockAhead = 3_600_000),
  /** the discovery names the editor by http */
  'http-editor': ({ faults }) => (faults.editorOrigin = 'http://office.example'),
  /** the page's policy does not name the editor */
  blocked: ({ faults }) => (faults.blocksEditor = true),
  /** the editor is not among trustedOrigins */
  untrusted: (_nuxeo, { conf }) =>
    (conf['nuxeo.office.online.trustedOrigins'] = 'https://*.officeapps.live.com'),
  /** documents come without `wopi` */
  'no-enricher': ({ faults }) => (faults.noEnricher = true),
  /** CheckFileInfo names another page for messages */
  'wrong-origin': ({ checkFileInfo }) => (checkFileInfo.PostMessageOrigin = 'https://elsewhere.example'),
} satisfies Record<string, (nuxeo: Nuxeo, standIn: StandIn) => unknown>;

export type Trouble = keyof typeof troubles;
export const troubleNames = Object.keys(troubles) as Trouble[];

/** Sets a stand-in up wrongly, until its switches are taken away again. */
export function makeTrouble(standIn: StandIn, ...names: Trouble[]): void {
  for (const name of names) {
    const make: (nuxeo: Nuxeo, standIn: StandIn) => unknown = troubles[name];
    make(standIn.nuxeo, standIn);
  }
}
