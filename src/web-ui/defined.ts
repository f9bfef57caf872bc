/** Whether the page has an element of that name, as Web UI or another addon of it brings it. */
export const isDefined = (tag: string): boolean => document.createElement(tag).constructor !== HTMLElement;
