import express, { type Request, type Router } from 'express';
import { wopiFileUrl } from './addresses.js';
import { appFor } from './discovery.js';
import { goWrong } from './faults.js';
import { fileIdOf } from './file-id.js';
import { asPage, html, page } from './html.js';
import { answerErrors, HttpError } from './http-error.js';
import type { Parts } from './parts.js';
import { segmentsOf } from './references.js';
import type { AccessToken } from './tokens.js';

/** The launch page, `wopi/{action}/{repository}/{document}/{xpath}` (docs/host.md "Launch page"); to be mounted at `/nuxeo`. */
export function launchPage(parts: Parts): Router {
  const router = express.Router();
  router.use('/wopi', goWrong(parts.faults, 'launch'));
  router.get('/wopi{/*path}', parts.signIn.requireSignIn, async (request, response) => {
    const user = parts.signIn.requireUser(request);
    const editorUrl = await editorUrlFor(parts, request, segmentsOf(request.params.path));
    response.type('html').send(officePage(editorUrl, await parts.tokens.issue(user.name)));
  });
  router.use('/wopi', answerErrors(asPage));
  return router;
}

/** The editor's address for what the path names. @throws HttpError 400, 404 */
async function editorUrlFor(parts: Parts, request: Request, path: string[]): Promise<string> {
  const [action, repository, id, ...steps] = path;
  if (action === undefined || repository === undefined || id === undefined || steps.length === 0) {
    throw new HttpError(400, `Invalid path: ${path.join('/')}`);
  }
  const discovery = await parts.discovery.get();
  if (discovery.apps.size === 0) throw new HttpError(404, 'WOPI not enabled');
  const document = repository === parts.repository.name ? parts.repository.documents.get(id) : undefined;
  if (!document) throw new HttpError(404, 'Document not found');
  const xpath = steps.join('/');
  const blob = parts.repository.blobAt(document, xpath);
  if (!blob) throw new HttpError(404, 'No editable blob on document');
  const url = appFor(discovery, blob.name)?.actions.get(action);
  if (url === undefined) throw new HttpError(404, 'Cannot open file with Office Online');
  const source = wopiFileUrl(parts.wopiBase(request), fileIdOf(repository, id, xpath));
  const { editorOrigin = new URL(url).origin } = parts.faults;
  return `${url.replace(/^\w+:\/\/[^/]+/, editorOrigin)}WOPISrc=${encodeURIComponent(source)}`;
}

function officePage(editorUrl: string, { token, expires }: AccessToken): string {
  return page(
    '',
    html`<style>
        body {
          margin: 0;
        }
        iframe {
          position: fixed;
          inset: 0;
          width: 100%;
          height: 100%;
          border: 0;
        }
      </style>
      <form id="office_form" name="office_form" target="office_frame" action="${editorUrl}" method="post">
        <input name="access_token" value="${token}" type="hidden" />
        <input name="access_token_ttl" value="${expires}" type="hidden" />
      </form>
      <span id="frameholder"></span>
      <script>
        const frame = document.createElement('iframe');
        frame.name = frame.id = 'office_frame';
        frame.title = 'Office Online Frame';
        frame.setAttribute('allowfullscreen', 'true');
        frame.setAttribute(
          'sandbox',
          'allow-scripts allow-same-origin allow-forms allow-popups allow-top-navigation ' +
            'allow-popups-to-escape-sandbox allow-downloads',
        );
        document.getElementById('frameholder').append(frame);
        document.getElementById('office_form').submit();
      </script>`,
  );
}
