import { version } from '../version.js';
import { understoodSettings } from './addon.js';
import type { Finding } from './finding.js';
import { say } from './texts.js';

/** All that is known, as text for a ticket: no token, and no name of a person or a file. */
export const reportOf = (findings: Finding[]): string =>
  [
    `nuxeo-office-online ${version}, ${new Date().toISOString()}`,
    navigator.userAgent,
    ...findings.map(
      ({ title, verdict, words, advice, reported = words }) =>
        `[${say(`verdict.${verdict}`)}] ${title}: ${reported}${advice && `\n    ${advice}`}`,
    ),
    `${say('page.settings')}:`,
    ...understoodSettings().map(({ name, value }) => `${name} = ${value}`),
  ].join('\n');
