import type { AppName } from '../file-types.js';
import { html, type Html } from '../nuxeo/html.js';
import type { ClientKind } from './apps.js';
import type { HostLink } from './host-link.js';
import type { Participant } from './participant.js';
import type { FileInfo, WopiError } from './wopi-file.js';

const rightToLeft = ['ar', 'fa', 'he', 'ur'];

/** Writes a page of an app. @param language as asked for with `ui`; the texts are English all the same */
function page(app: AppName, title: string, language: string, head: Html, body: Html): string {
  const lang = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : 'en';
  const dir = rightToLeft.includes(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon/${app}.svg" />
        <link rel="stylesheet" href="/page.css" />
        ${head}
      </head>
      ${body}
    </html>`.toString();
}

/** The page in which somebody views or edits a file; the code in it is the editor's. */
export function editorPage(
  app: AppName,
  editor: string,
  participant: Participant,
  link: HostLink,
  language: string,
): string {
  const { id, info, canEdit, notice = '' } = participant;
  return page(
    app,
    `${info.name} – ${app}`,
    language,
    html`<link rel="stylesheet" href="/code/${editor}/main.css" />
      <script type="module" src="/code/${editor}/main.js"></script>`,
    html`<body
      class="${app}"
      data-session="${id}"
      data-can-edit="${String(canEdit)}"
      data-notice="${notice}"
      data-client="${link.client}"
      data-host-origin="${link.origin}"
      data-buttons="${link.buttons.join(' ')}"
      data-token-ends="${link.tokenEnds}"
      data-speed="${link.speed}"
      data-theme="${link.theme}"
    >
      <header>
        <span class="app">${app}</span>
        ${link.ways.map(({ name, url }) => html`<a href="${url}" target="_top">${name}</a>`)}
        <h1>${info.name}</h1>
        <span id="status" role="status">Loading…</span>
        <span id="others"></span>
        <span class="user">${info.userName}</span>
        <span id="buttons"></span>
        <button id="save" type="button" hidden>Save</button>
        ${link.closeUrl === '' ? '' : html`<a href="${link.closeUrl}" target="_top">Close</a>`}
      </header>
      <div id="notice" role="alert" hidden></div>
      <div id="progress" role="progressbar" aria-label="Loading"></div>
      <main id="content"></main>
      <dialog id="warning"></dialog>
      <noscript>The editor needs JavaScript.</noscript>
    </body>`,
  );
}

/** Collabora's page of a file that can't be loaded: it has its own way of telling its host. */
export function failurePage(app: AppName, client: ClientKind, failure: WopiError, language: string): string {
  const reason =
    failure.operation === 'Document'
      ? 'Failed to load the document. Please ensure the file type is supported and not corrupted, and try again.'
      : failure.message;
  return page(
    app,
    app,
    language,
    html`<script type="module" src="/code/failure/main.js"></script>`,
    html`<body
      class="${app}"
      data-client="${client}"
      data-host-origin="*"
      data-failed="${failure.operation}"
      data-status="${failure.status}"
    >
      <header><span class="app">${app}</span></header>
      <main class="refusal"><p role="alert">${reason}</p></main>
    </body>`,
  );
}

/** The page in which somebody waits for a file to be converted. */
export function conversionPage(app: AppName, info: FileInfo, conversion: string, language: string): string {
  return page(
    app,
    `${info.name} – ${app}`,
    language,
    html`<script type="module" src="/code/convert/main.js"></script>`,
    html`<body class="${app}" data-conversion="${conversion}">
      <header>
        <span class="app">${app}</span>
        <h1>${info.name}</h1>
        <span id="status" role="status">Converting…</span>
        <span class="user">${info.userName}</span>
      </header>
      <div id="progress" role="progressbar" aria-label="Converting"></div>
      <main id="content" class="refusal">
        <p>The file is being converted to today’s format. The first time, this takes some seconds.</p>
      </main>
      <noscript>The editor needs JavaScript.</noscript>
    </body>`,
  );
}

/** A page that says why there is no editor. */
export function refusalPage(app: AppName, reason: string, language: string): string {
  return page(
    app,
    app,
    language,
    html``,
    html`<body class="${app}">
      <header><span class="app">${app}</span></header>
      <main class="refusal">
        <h1>Sorry, ${app} can’t open this file.</h1>
        <p>${reason}</p>
      </main>
    </body>`,
  );
}

const colours: Readonly<Record<AppName, string>> = {
  Word: '#185abd',
  Excel: '#107c41',
  PowerPoint: '#b7472a',
};

/** An app's icon: its letter in its colour. Undefined if there is no such app. */
export function iconOf(app: string): string | undefined {
  const colour = Object.entries(colours).find(([name]) => name === app)?.[1];
  if (colour === undefined) return undefined;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <rect width="32" height="32" rx="4" fill="${colour}" />
    <text
      x="16"
      y="23"
      fill="#fff"
      font-family="sans-serif"
      font-size="20"
      font-weight="bold"
      text-anchor="middle"
    >
      ${app.slice(0, 1)}
    </text>
  </svg>`.toString();
}
