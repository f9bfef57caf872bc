/* What the page uses of Nuxeo's elements, which come without types. Behaviors are mixed in by element.ts. */
declare module '@nuxeo/nuxeo-elements' {
  export const config: { get(path: string): unknown };
}
declare module '@nuxeo/nuxeo-elements/nuxeo-notify-behavior.js' {
  export function setFallbackNotificationTarget(target: Element): void;
}
declare module '@nuxeo/nuxeo-ui-elements/nuxeo-filters-behavior.js' {
  export const FiltersBehavior: object;
}
declare module '@nuxeo/nuxeo-ui-elements/nuxeo-format-behavior.js' {
  export const FormatBehavior: object[];
}
declare module '@nuxeo/nuxeo-ui-elements/nuxeo-i18n-behavior.js' {
  export const I18nBehavior: object;
  export function XHRLocaleResolver(folder: string): () => Promise<unknown>;
}
declare module '@nuxeo/nuxeo-ui-elements/nuxeo-routing-behavior.js' {
  export const RoutingBehavior: object;
}
