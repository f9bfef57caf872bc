import type { Launch } from '../access/launch.js';
import { checkAddon } from './addon.js';
import { SECTIONS, unknown, type Finding, type Line, type Section } from './finding.js';
import { checkServer } from './server.js';
import { say } from './texts.js';

/** Lines that are there only where something is found. */
const OPTIONAL: Line[] = ['kind', 'missing', 'times', 'messages'];

/** What the server has handed out, looked at. */
async function checkFurther(launch: Launch): Promise<Finding[]> {
  const [{ checkEditor }, { checkHost }] = await Promise.all([import('./editor.js'), import('./host.js')]);
  return (await Promise.all([checkEditor(launch), checkHost(launch)])).flat();
}

/** What the status page knows: it looks at everything in turn, and tries the editor when it is asked to. */
export class Status {
  isChecking = false;
  /** The launch page for a trial; none where no token may be posted to the editor, or the page keeps it out. */
  launchUrl = '';
  #findings: Finding[] = [];
  #over = new AbortController();

  constructor(private readonly onChange: () => void) {}

  /** The lines of a section. What nothing is known of when all is done, is behind something that is not well. */
  linesOf(section: Section): Finding[] {
    return SECTIONS[section].flatMap((line) => {
      const found = this.#findings.filter((finding) => finding.line === line);
      if (found.length || this.isChecking || OPTIONAL.includes(line)) return found;
      return [{ ...unknown(line, say('page.not-checked')), advice: '' }];
    });
  }

  get lines(): Finding[] {
    return (Object.keys(SECTIONS) as Section[]).flatMap((section) => this.linesOf(section));
  }

  /** Looks at everything but the trial. @param named a document that the person has named; empty to look for files */
  async check(named: string): Promise<void> {
    const signal = this.#begin();
    this.launchUrl = '';
    this.#findings = [];
    this.isChecking = true;
    this.#tell(signal, checkAddon());
    const { findings, opened } = await checkServer(named);
    this.#tell(signal, findings);
    const further = opened && (await checkFurther(opened.launch));
    if (signal.aborted) return;
    this.isChecking = false;
    const isKeptOut = further?.some(
      ({ line, verdict }) => verdict === 'wrong' && ['https', 'trusted', 'policy'].includes(line),
    );
    if (opened && !isKeptOut) this.launchUrl = opened.launchUrl;
    this.#tell(signal, [...(further ?? []), ...(this.launchUrl ? [unknown('trial.waiting')] : [])]);
  }

  /** Opens the file to view, in an empty frame of the page. */
  try(frame: HTMLIFrameElement): void {
    const signal = this.#begin();
    signal.addEventListener('abort', () => frame.remove());
    void import('./trial.js').then(({ runTrial }) =>
      runTrial(this.launchUrl, frame, (findings) => this.#tell(signal, findings), signal),
    );
  }

  /** Ends whatever is under way. */
  end(): void {
    this.#over.abort();
  }

  #begin(): AbortSignal {
    this.end();
    this.#over = new AbortController();
    return this.#over.signal;
  }

  /** Keeps what is known of some lines, in the place of what was. */
  #tell(signal: AbortSignal, findings: Finding[]): void {
    if (signal.aborted) return;
    const lines = findings.map(({ line }) => line);
    this.#findings = [...this.#findings.filter(({ line }) => !lines.includes(line)), ...findings];
    this.onChange();
  }
}
