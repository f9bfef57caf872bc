import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messageFiles } from '../../nuxeo/message-files.js';
import { findUsedKeys, keysOfStatus } from './used-keys.js';

const ROOT = fileURLToPath(new URL('../../i18n/', import.meta.url));
const NUXEO = fileURLToPath(new URL('i18n/', import.meta.resolve('@nuxeo/nuxeo-ui-elements/package.json')));

type Messages = Record<string, string>;

const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.startsWith('messages'))
    .sort();
const placeholdersOf = (text = '') => [...text.matchAll(/\{\d+\}/g)].map(([name]) => name).sort();

/** Entries of which the condition is true, as they stand in the file. */
const entriesWhere = (messages: Messages, condition: (key: string, text: string) => boolean) =>
  Object.entries(messages)
    .filter(([key, text]) => condition(key, text))
    .map(([key, text]) => `${key}: ${text}`);

/** Right-to-left isolate, first strong isolate, pop directional isolate. */
const [RLI, FSI, PDI] = ['\u2067', '\u2068', '\u2069'];

/** What a language says as English does, by key; `*` for all languages. */
const SAME: Record<string, string[]> = {
  'app.title.office-online': ['*'],
  'app.title.admin.office-online': ['*'],
  'officeOnline.frame': ['messages-de.json', 'messages-it.json', 'messages-nl.json'],
};

// Those of Web UI's that everybody loads, and those that the status page fetches for itself.
checkMessages('', () => findUsedKeys());
checkMessages('admin/', (english) => {
  const used = [...findUsedKeys(keysOfStatus)];
  // What to do is there for some lines, and a line may have no words but a name or a number.
  return new Map(used.filter(([key]) => key in english || !/\.do$|^\w+$/.test(key)));
});

/** @param findUsed gives the keys that the plugin can ask for, each with the most parameters that it is given */
function checkMessages(folder: string, findUsed: (english: Messages) => Map<string, number>): void {
  const textOf = (file: string) => readFileSync(ROOT + folder + file, 'utf8');
  const messagesIn = (file: string) => JSON.parse(textOf(file)) as Messages;
  const english = messagesIn('messages.json');
  const files = namesIn(ROOT + folder);
  const translations = files.filter((file) => file !== 'messages.json');

  describe(`the messages in i18n/${folder}`, () => {
    const used = findUsed(english);

    it('are there in every language of Nuxeo', () => {
      assert.deepEqual(files, namesIn(NUXEO));
    });

    it('are listed in locales.json, all that there are and no others', () => {
      assert.deepEqual([...messageFiles.keys()].sort(), files);
    });

    it('have no copy that is a file of their own, or a copy of two', () => {
      const all = [...messageFiles].flat(2);
      assert.deepEqual(all, [...new Set(all)]);
    });

    it('are all used, and there is one for all that is used', () => {
      assert.deepEqual([...used.keys()].sort(), Object.keys(english).sort());
    });

    it('are given a parameter for every placeholder', () => {
      const starved = entriesWhere(
        english,
        (key, text) => placeholdersOf(text).length > (used.get(key) ?? 0),
      );
      assert.deepEqual(starved, []);
    });
  });

  for (const file of files) {
    describe(folder + file, () => {
      const messages = messagesIn(file);

      it('is written as all of them: flat, each key once, two spaces, no escapes', () => {
        assert.equal(textOf(file), `${JSON.stringify(messages, undefined, 2)}\n`);
        assert.ok(Object.values(messages).every((text) => typeof text === 'string'));
      });

      it('has a text without loose ends for every key', () => {
        assert.deepEqual(
          entriesWhere(messages, (_key, text) => !text || text.trim() !== text),
          [],
        );
      });

      it('has the ellipsis that is one character, and no straight quotation marks', () => {
        assert.deepEqual(
          entriesWhere(messages, (_key, text) => /\.\.\.|"/.test(text)),
          [],
        );
      });
    });
  }

  for (const file of translations) {
    describe(folder + file, () => {
      const messages = messagesIn(file);

      it('has the keys of English, in their order', () => {
        assert.deepEqual(Object.keys(messages), Object.keys(english));
      });

      it('has the placeholders of English', () => {
        const differing = entriesWhere(
          messages,
          (key, text) => placeholdersOf(text).join() !== placeholdersOf(english[key]).join(),
        );
        assert.deepEqual(differing, []);
      });

      it('says nothing in English', () => {
        assert.deepEqual(
          entriesWhere(
            messages,
            (key, text) => text === english[key] && !SAME[key]?.some((name) => name === file || name === '*'),
          ),
          [],
        );
      });
    });
  }

  for (const file of ['messages-ar.json', 'messages-he.json']) {
    describe(`${folder}${file}, of which much is shown on pages that Web UI lays out left-to-right,`, () => {
      const messages = messagesIn(file);

      it('keeps a text together from right to left where it is more than words', () => {
        const isWords = (text: string) => /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M} ]+$/u.test(text);
        const isKept = (text: string) => text.startsWith(RLI) && text.endsWith(PDI);
        assert.deepEqual(
          entriesWhere(
            messages,
            (_key, text) => !/^Office( Online)?$/.test(text) && !isWords(text) && !isKept(text),
          ),
          [],
        );
      });

      it('keeps a name apart from what stands beside it', () => {
        const loose = (text: string) =>
          placeholdersOf(text).some((name) => !text.includes(`${FSI}${name}${PDI}`));
        assert.deepEqual(
          entriesWhere(messages, (_key, text) => loose(text)),
          [],
        );
      });
    });
  }
}
