import { settingsOf, text, type Reader, type SettingsTable } from './read-settings.js';

/** The settings for new documents (docs/admin.md "nuxeo.conf"). */
export interface CreateSettings {
  /** The type of a new document; its main file is the Office file. */
  createType: string;
  /** Path of the folder below which the templates are; empty for none. */
  templatesPath: string;
}

const path: Reader<string> = (raw) => {
  const given = text(raw);
  return given?.startsWith('/') ? given.replace(/\/+$/, '') || '/' : undefined;
};

export const CREATE_SETTINGS: SettingsTable<CreateSettings> = {
  createType: [text, 'the name of a document type', 'File'],
  templatesPath: [path, 'a path such as /default-domain/templates', ''],
};

export const createSettings = settingsOf(CREATE_SETTINGS);
