import type { AppKind } from '../offer/applications.js';

/** What can be made without a template. */
export type Kind = Exclude<AppKind, 'office'>;

const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';

/** Of each kind, the ending of its file's name, the MIME type, and the address of a file with nothing in it. */
export const KINDS: Record<Kind, { extension: string; mimeType: string; blank: () => URL }> = {
  word: {
    extension: 'docx',
    mimeType: `${OPEN_XML}wordprocessingml.document`,
    blank: () => new URL('./nuxeo-office-online-blank.docx', import.meta.url),
  },
  excel: {
    extension: 'xlsx',
    mimeType: `${OPEN_XML}spreadsheetml.sheet`,
    blank: () => new URL('./nuxeo-office-online-blank.xlsx', import.meta.url),
  },
  powerpoint: {
    extension: 'pptx',
    mimeType: `${OPEN_XML}presentationml.presentation`,
    blank: () => new URL('./nuxeo-office-online-blank.pptx', import.meta.url),
  },
};
