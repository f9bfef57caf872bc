import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Route } from '../../src/address/route.js';
import type { Offer } from '../../src/offer/offers.js';
import { hrefOf } from '../../src/web-ui/router.js';
import { fetchAhead, openOffer, pressOffer, targetOf } from './click.js';
import { isPlain } from './is-plain.js';

/** A file, as Web UI has it, with one thing that can be done with it. */
export interface OfferedFile {
  offer: Offer;
  route: Route;
  document: unknown;
  blob: unknown;
}

/**
 * A link to the editor's own address: the browser does with it what it does with every link, but for a plain click,
 * which opens the file here and now.
 * @param label its name, where its content is none
 */
export function offerLink(
  { offer, route, document, blob }: OfferedFile,
  content: unknown,
  label?: string,
): TemplateResult {
  const inNewTab = targetOf(offer) !== 'page';
  const approach = () => fetchAhead(offer);
  const press = (event: PointerEvent) => {
    // A finger may be about to scroll: only a mouse or a pen that goes down means the link.
    if (isPlain(event) && event.pointerType !== 'touch') pressOffer(offer);
  };
  const click = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    openOffer(offer, route, document, blob);
  };
  return html`<a
    part="action"
    href=${hrefOf(route)}
    target=${inNewTab ? '_blank' : nothing}
    rel=${inNewTab ? 'noopener' : nothing}
    aria-label=${label ?? nothing}
    @click=${click}
    @pointerdown=${press}
    @pointerenter=${approach}
    @focus=${approach}
    >${content}</a
  >`;
}
