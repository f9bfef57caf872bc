import { launchPage } from './access/launch-page.js';
import { installWebUi, uninstallWebUi } from './web-ui.js';

const browserFetch = window.fetch.bind(window);

/**
 * Takes the network's place between Nuxeo's own client and its server. Launch pages, documents and users are answered as
 * a test has it; what else the client asks for when it connects is answered with nothing.
 */
export class NuxeoServer {
  /** The launch pages that were asked for. */
  readonly launches: Request[] = [];
  /** Answers a request for a launch page. */
  launch: (request: Request) => Response | Promise<Response> = () => launched();
  /** Answers a request for a document. */
  document: () => Response | Promise<Response> = () => Response.json({});

  /** The users that were asked for, by name. */
  readonly users: string[] = [];
  /** Answers a request for a user. */
  user: (name: string) => Response | Promise<Response> = () => Response.json({}, { status: 404 });

  /** Answers what a test wants to answer itself, before all others; `undefined` for what is answered as usual. */
  answer: (request: Request) => Response | Promise<Response> | undefined = () => undefined;

  /** Makes one, and a Web UI that is connected to it. Nuxeo's client keeps the `fetch` that it finds when it is loaded. */
  static async install(settings: object = {}): Promise<NuxeoServer> {
    const server = new NuxeoServer();
    window.fetch = (input, init) => server.#fetch(new Request(input, init));
    await installWebUi({}, settings);
    document.body.append(Object.assign(document.createElement('nuxeo-connection'), { url: '/nuxeo/' }));
    return server;
  }

  uninstall(): void {
    window.fetch = browserFetch;
    uninstallWebUi();
    document.querySelector('nuxeo-connection')?.remove();
  }

  /** Answers as usual again, and forgets what was asked. */
  reset(): void {
    const { launch, document, user, answer } = new NuxeoServer();
    Object.assign(this, { launch, document, user, answer });
    this.launches.length = 0;
    this.users.length = 0;
  }

  /** As `fetch` does, it fails as soon as the request is dropped. */
  #fetch(request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      Promise.resolve(this.#answer(request)).then(resolve, reject);
    });
  }

  #answer(request: Request): Response | Promise<Response> {
    const own = this.answer(request);
    if (own) return own;
    const { pathname } = new URL(request.url);
    if (pathname.includes('/wopi/')) {
      this.launches.push(request);
      return this.launch(request);
    }
    const [, name] = /\/user\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
    if (name) {
      this.users.push(name);
      return this.user(name);
    }
    return pathname.includes('/id/') ? this.document() : Response.json({});
  }
}

/** The answer with a launch page. */
export const launched = (page?: Parameters<typeof launchPage>[0]): Response =>
  new Response(launchPage(page), { headers: { 'Content-Type': 'text/html' } });

/** An answer that does not come. */
export const never = (): Promise<Response> => new Promise(() => undefined);
