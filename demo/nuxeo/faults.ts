import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler } from 'express';

/** How requests of one kind go wrong: any of these together, the delay first. Headers alone leave the answer as it is. */
export interface Fault {
  /** ms to wait before answering */
  delay?: number;
  /** headers that the answer has besides */
  headers?: Record<string, string>;
  /** close the connection instead of answering */
  drop?: boolean;
  /** answer with this page */
  html?: string;
  /** answer with this JSON */
  json?: unknown;
  /** answer with this status: 200 with a body, else there is no body */
  status?: number;
}

/** What tests switch on, and off by `delete`. Looked at when a request comes in. */
export interface Faults {
  /** the launch page */
  launch?: Fault;
  /** the REST API and automation */
  rest?: Fault;
  /** of that, the making of a document: 409, 413 or 500 as something on the way to a server may answer */
  create?: Fault;
  /** of that, the upload of files */
  upload?: Fault;
  /** of that, queries */
  search?: Fault;
  /** bytes of files that a new document may have before the addon nuxeo-quota refuses it */
  quota?: number;
  /** what the WOPI client calls */
  wopi?: Fault;
  /** of that, PutFile alone: what it saves */
  putFile?: Fault;
  /** the server's own idea of its address, when it differs from the page's: `https://intranet.example/nuxeo/` */
  publicUrl?: string;
  /** the discovery can't be read: WOPI is off */
  discoveryDown?: boolean;
  /** the enricher `wopi` does not answer, though WOPI is on */
  noEnricher?: boolean;
  /** `nuxeo.jwt.secret` is another where tokens are looked at than where they are made, as on two nodes of a cluster */
  wrongSecret?: boolean;
  /** ms by which the server's clock is ahead */
  clockAhead?: number;
  /** where the discovery says that the editors are, if not where they are: `http://office.example` */
  editorOrigin?: string;
  /** the policy that is set for Web UI's page does not name the editor */
  blocksEditor?: boolean;
}

/** Those of a fault that is a request's. */
type RequestKind = {
  [Name in keyof Faults]-?: Required<Faults>[Name] extends Fault ? Name : never;
}[keyof Faults];

/** Lets the requests of a kind go wrong as long as there is a fault for it. */
export function goWrong(faults: Faults, kind: RequestKind): RequestHandler {
  return async (request, response, next) => {
    const fault = faults[kind] ?? {};
    if (fault.delay !== undefined) await wait(fault.delay);
    response.set(fault.headers ?? {});
    if (fault.drop) request.socket.destroy();
    else if (fault.html !== undefined)
      response
        .status(fault.status ?? 200)
        .type('html')
        .send(fault.html);
    else if (fault.json !== undefined) response.status(fault.status ?? 200).json(fault.json);
    else if (fault.status !== undefined) response.status(fault.status).end();
    else next();
  };
}
