import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stubs = `${root}test/docs/java`;

/** Where people's browsers find the file in Web UI. */
const address = (action: string) =>
  `https://nuxeo.example:8443/nuxeo/ui/#!/office-online/${action}/default/1-2/files:files/0/file`;

/** Runs a command. @returns what it has printed */
function run(command: string, ...parameters: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => join(folder, name));

const hasJdk = spawnSync('javac', ['-version']).status === 0;

(hasJdk ? describe : describe.skip)('the class for CheckFileInfo, in docs/java', () => {
  it('compiles for the Java of the oldest server that takes it, and answers what docs/microsoft.md says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-online-'));
    try {
      const flags = ['--release', '11', '-Xlint:all,-options', '-Werror'];
      run('javac', ...flags, '-d', folder, ...sources(stubs), ...sources(`${root}docs/java`));
      assert.deepEqual(run('java', '-cp', folder, 'Answer').trim().split(/\r?\n/), [
        'BaseFileName=Budget.xlsx',
        'ClosePostMessage=true',
        'EditModePostMessage=true',
        'EditNotificationPostMessage=true',
        'FileSharingPostMessage=true',
        'FileVersionPostMessage=true',
        `HostEditUrl=${address('edit')}`,
        `HostViewUrl=${address('view')}`,
        'PostMessageOrigin=https://nuxeo.example:8443',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
