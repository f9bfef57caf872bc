import { webkit } from './engines.js';
import { smoke } from './smoke.js';

smoke(webkit);
