/** Collabora's page of a file that it can't load: there is nothing in it but what it says to its host, if anything. */
import { CollaboraHost } from '../shared/collabora-host.js';
import { dialectOf } from '../shared/dialects.js';

const { client = '', failed = '', status = '0' } = document.body.dataset;
const dialect = dialectOf(client);
if (dialect) new CollaboraHost(dialect).failed(failed, Number(status));
