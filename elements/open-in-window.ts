/** Opens the editor in a bare window (editor-window.ts); few servers are set up so, and the code comes when it is used. */
export const openInWindow = async (
  ...parameters: Parameters<typeof import('./editor-window.js').openInWindow>
) => (await import('./editor-window.js')).openInWindow(...parameters);
