import { firefox } from './engines.js';
import { smoke } from './smoke.js';

smoke(firefox);
