import '@polymer/polymer/polymer-legacy.js';
import { FiltersBehavior } from '@nuxeo/nuxeo-ui-elements/nuxeo-filters-behavior.js';
import { FormatBehavior } from '@nuxeo/nuxeo-ui-elements/nuxeo-format-behavior.js';
import { I18nBehavior } from '@nuxeo/nuxeo-ui-elements/nuxeo-i18n-behavior.js';
import { RoutingBehavior } from '@nuxeo/nuxeo-ui-elements/nuxeo-routing-behavior.js';
import { mixinBehaviors } from '@polymer/polymer/lib/legacy/class.js';
import { PolymerElement } from '@polymer/polymer/polymer-element.js';
import type { Router } from './router.js';

/** Polymer's tag for templates, under a name of its own: linters and editors take `html` for Lit's. */
export { html as markup } from '@polymer/polymer/polymer-element.js';

/** What Nuxeo's behaviors give an element. */
interface Behaviors {
  router?: Router;
  i18n(key: string, ...params: unknown[]): string;
  urlFor(route: object | string, ...params: string[]): string;
  navigateTo(route: object | string, ...params: string[]): void;
  formatSize(bytes: string): string;
  hasFacet(document: object | undefined, facet: string): boolean;
  hasAdministrationPermissions(user: object | undefined): boolean;
  hasPermission(document: object | undefined, permission: string): boolean;
  isImmutable(document: object | undefined): boolean;
  isTrashed(document: object | undefined): boolean;
}

const behaviors: object[] = [I18nBehavior, RoutingBehavior, ...FormatBehavior, FiltersBehavior];

/** What the page's own elements are made from: a Polymer element with Nuxeo's behaviors. */
export const PageElement = mixinBehaviors(behaviors, PolymerElement) as new () => PolymerElement & Behaviors;

/** Fires an event that reaches `nuxeo-app` from wherever it is fired. */
export function fire(element: Element, type: string, detail?: object): void {
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}
