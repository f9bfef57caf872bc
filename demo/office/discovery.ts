import { XMLBuilder } from 'fast-xml-parser';
import { appNames, type AppName, extensionsOf, successorOf } from '../file-types.js';
import { type ClientKind, type Door, doorsOf } from './apps.js';
import type { ProofKeys } from './proof-keys.js';

const placeholders =
  '<ui=UI_LLCC&><rs=DC_LLCC&><dchat=DISABLE_CHAT&><hid=HOST_SESSION_ID&><sc=SESSION_CONTEXT&>' +
  '<wopisrc=WOPI_SOURCE&><IsLicensedUser=BUSINESS_USER&><actnavid=ACTIVITY_NAVIGATION_ID&>';

/** Actions that Microsoft's discovery lists too, and that a host page has no use for. */
const others: readonly { app: AppName; action: string; path: string }[] = [
  { app: 'Word', action: 'embedview', path: '/wv/wordviewerframe.aspx?embed=1&' },
  { app: 'Word', action: 'mobileView', path: '/wv/mWord.aspx?wdMobileHost=3&' },
  { app: 'Word', action: 'interactivepreview', path: '/wv/wordviewerframe.aspx?IPreview=1&' },
  { app: 'Excel', action: 'embedview', path: '/x/_layouts/xlembed.aspx?' },
  { app: 'PowerPoint', action: 'embedview', path: '/p/PowerPointFrame.aspx?embed=1&' },
  { app: 'PowerPoint', action: 'interactivepreview', path: '/p/IPreview.aspx?' },
];

/**
 * The discovery document, as Microsoft's looks.
 * @param origin where this server is reached, such as `http://localhost:8081`
 */
export function writeDiscovery(origin: string, keys: ProofKeys, client: ClientKind): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });
  const { current, old } = keys;
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    'wopi-discovery': {
      'net-zone': {
        '@name': new URL(origin).protocol === 'https:' ? 'external-https' : 'external-http',
        app: appNames.map((app) => ({
          '@name': app,
          '@favIconUrl': `${origin}/favicon/${app}.svg`,
          '@checkLicense': 'true',
          action: [
            ...actionsOf(app, origin, client),
            ...(client === 'microsoft' ? otherActionsOf(app, origin) : []),
          ],
        })),
      },
      'proof-key': {
        '@oldvalue': old.value,
        '@oldmodulus': old.modulus,
        '@oldexponent': old.exponent,
        '@value': current.value,
        '@modulus': current.modulus,
        '@exponent': current.exponent,
      },
    },
  });
}

function actionsOf(app: AppName, origin: string, client: ClientKind): object[] {
  const ofApp = doorsOf(client).filter((door) => door.app === app);
  return ofApp.flatMap((door) => door.extensions.map((extension) => actionOf(door, extension, origin)));
}

function actionOf(door: Door, extension: string, origin: string): object {
  return {
    '@name': door.action,
    '@ext': extension,
    ...(door.action === 'view' ? { '@default': 'true' } : {}),
    ...(door.target ? { '@targetext': door.target } : {}),
    ...(door.requires ? { '@requires': door.requires } : {}),
    '@urlsrc': `${origin}${door.path}?${door.query}${placeholders}`,
  };
}

function otherActionsOf(app: AppName, origin: string): object[] {
  const extensions = extensionsOf(app).filter((extension) => !successorOf(extension));
  return others
    .filter((other) => other.app === app)
    .flatMap(({ action, path }) =>
      extensions.map((extension) => ({
        '@name': action,
        '@ext': extension,
        '@urlsrc': `${origin}${path}${placeholders}`,
      })),
    );
}
