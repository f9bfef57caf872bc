import type { DocumentAddress } from '../../src/address/route.js';
import { NotMade } from '../../src/create/not-made.js';
import { failureOf } from '../../src/failure.js';
import { createSettings } from '../../src/settings/create-settings.js';
import { hrefOfDocument } from '../../src/web-ui/document-link.js';
import { translate } from '../../src/web-ui/i18n.js';

/** What is said in the form, with a link to what there is all the same. */
export interface Trouble {
  sentence: string;
  link?: { href: string; text: string };
}

/** What failures say a sentence of their own about. */
const SAID = ['session-expired', 'network', 'timeout'] as const;

const linkTo = (address: DocumentAddress) => ({
  href: hrefOfDocument(address),
  text: translate('officeOnline.create.show'),
});

/** The document is there, and nobody can open its file here. */
export const notOpened = (title: string, address: DocumentAddress): Trouble => ({
  sentence: translate('officeOnline.create.not-opened', title),
  link: linkTo(address),
});

/** What went wrong, and what there is now. */
export function troubleOf(error: unknown, title: string): Trouble {
  if (!(error instanceof NotMade)) {
    const { reason } = failureOf(error);
    return {
      sentence: `${translate('officeOnline.create.failed', title)} ${translate(`officeOnline.failed.${reason}`)}`,
    };
  }
  const { problem, failure, made } = error;
  if (problem === 'unknown' || problem === 'half') {
    const sentence = translate(`officeOnline.create.${problem}`, title);
    return { sentence, link: made && linkTo(made) };
  }
  const said = problem === 'refused' ? SAID.find((reason) => reason === failure?.reason) : undefined;
  const why = said
    ? translate(`officeOnline.failed.${said}`)
    : translate(`officeOnline.create.${problem}`, createSettings().createType);
  return { sentence: `${translate('officeOnline.create.failed', title)} ${why}` };
}
