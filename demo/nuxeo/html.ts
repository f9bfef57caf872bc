import { type ErrorWriter } from './http-error.js';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that needs no escaping any more. */
export class Html {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

function markup(value: string | number | Html | Html[]): string {
  if (Array.isArray(value)) return value.join('\n');
  if (value instanceof Html) return value.toString();
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Tagged template for markup: every value is escaped unless it is `Html` itself. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  return new Html(parts.reduce((text, part, index) => text + markup(values[index - 1] ?? '') + part));
}

/** A whole page. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body>
        ${body}
      </body>
    </html>`.toString();
}

/** Pages, unlike the REST API, report an error as a page. */
export const asPage: ErrorWriter = (error, response) => {
  response.type('html').send(
    page(
      `Error ${error.status}`,
      html`<h1>Error ${error.status}</h1>
        <p>${error.message}</p>`,
    ),
  );
};
