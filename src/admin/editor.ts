import { canBeReached } from '../access/editor-reach.js';
import type { Launch } from '../access/launch.js';
import { assertTrusted } from '../access/trusted-origins.js';
import { kindOf, type WopiClientKind } from '../client/wopi-clients.js';
import { failureOf } from '../failure.js';
import { editorSettings } from '../settings/editor-settings.js';
import { ms, unknown, well, wrong, type Finding } from './finding.js';
import { refusedBy } from './page-policy.js';

/** The products' own names; none for those that this addon does not know. */
const NAMES: Record<WopiClientKind, string> = {
  collabora: 'Collabora Online',
  libreoffice: 'Collabora Online < 22, LibreOffice Online',
  onlyoffice: 'ONLYOFFICE Docs',
  microsoft: 'Microsoft Office Online',
  generic: '',
};

/** Looks at the editor from here: nothing goes there but requests for its discovery, without a token. */
export async function checkEditor({ actionUrl }: Launch): Promise<Finding[]> {
  const { origin, protocol } = new URL(actionUrl);
  const { trustedOrigins } = editorSettings();
  const name = NAMES[kindOf(actionUrl)];
  const address = name ? well('address', `${origin} – ${name}`) : unknown('address.generic', origin);
  let trust = trustedOrigins.length ? well('trusted.listed') : well('trusted.any', origin);
  try {
    assertTrusted(actionUrl, trustedOrigins);
  } catch (error) {
    // A page that came by https may not even ask by http, which would look as if nothing answered there.
    if (failureOf(error).reason === 'insecure-editor') return [address, wrong('https.wrong')];
    trust = wrong('trusted.not', origin);
  }
  const start = performance.now();
  const isReached = await canBeReached(actionUrl);
  const time = performance.now() - start;
  const refused = await refusedBy(origin);
  return [
    address,
    well(protocol === 'https:' ? 'https.well' : 'https.local'),
    trust,
    refused ? wrong('policy.wrong', origin, refused) : well('policy.well'),
    isReached
      ? well('reach.well', ms(time))
      : isReached === false
        ? wrong('reach.wrong')
        : unknown('reach.unknown'),
  ];
}
