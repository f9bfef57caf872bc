interface Globals {
  Nuxeo?: { UI?: { config?: Record<string, unknown>; app?: unknown; repositories?: unknown } };
  nuxeo?: { I18n?: unknown };
}

/** Web UI's globals, as a test sets them. */
export const globals = window as unknown as Globals;

/** Takes them away again. */
export function forgetWebUi(): void {
  delete globals.Nuxeo;
  delete globals.nuxeo;
}
