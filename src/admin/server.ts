import { endOf, fetchLaunch, type Launch } from '../access/launch.js';
import { timeLimit } from '../access/time-limit.js';
import { failureOf, type FailureReason } from '../failure.js';
import { stringOf } from '../narrow.js';
import { editorSettings } from '../settings/editor-settings.js';
import { connect } from '../web-ui/connection.js';
import { language, translate } from '../web-ui/i18n.js';
import { ms, unknown, well, wrong, type Finding } from './finding.js';
import { findSamples, KINDS, type SampleFile } from './sample-files.js';
import { say } from './texts.js';

/** What the server has handed out to view a file. */
export interface Opened {
  launchUrl: string;
  launch: Launch;
}

/** Clocks that are apart by less than this agree, in ms: an answer takes its time. */
const CLOCKS_AGREE = 120_000;

/** A token that lives for less is short: it is renewed five minutes ahead of its end (docs/admin.md "nuxeo.conf"). */
const SHORT_LIFE = 900_000;

/** Looks at the server with a file of its own, or of the document that the person has named. */
export async function checkServer(named: string): Promise<{ findings: Finding[]; opened?: Opened }> {
  try {
    const { files, clockAhead } = await findSamples(named);
    const clock = clockFinding(clockAhead);
    const file = files.find(viewUrlOf) ?? files[0];
    if (!file) return { findings: [unknown(named ? 'file.missing' : 'file.none'), clock] };
    const tried = await tryLaunch(file);
    const found = { ...well('file', file.name), reported: `.${file.extension}` };
    return {
      findings: [found, ...wopiFindings(file, tried), ...kindFindings(files), clock],
      opened: typeof tried === 'string' ? undefined : tried,
    };
  } catch (error) {
    const { reason } = failureOf(error);
    return {
      findings: [reason === 'not-found' ? unknown('file.missing') : unknown('file', sentence(reason))],
    };
  }
}

const sentence = (reason: FailureReason): string => translate(`officeOnline.failed.${reason}`);

const viewUrlOf = ({ launchUrls: { view, edit } }: SampleFile): string => stringOf(view ?? edit);

/** Asks for the launch page; at its usual address where the document does not tell of any. @returns why there is none */
async function tryLaunch(file: SampleFile): Promise<(Opened & { time: number }) | FailureReason> {
  const told = viewUrlOf(file);
  let reason: FailureReason = 'not-found';
  for (const launchUrl of told ? [told] : ['view', 'edit'].map((action) => `/wopi/${action}/${file.path}`)) {
    const start = performance.now();
    try {
      const launch = await fetchLaunch(await connect(), launchUrl, timeLimit(editorSettings().loadTimeout));
      return { launchUrl, launch, time: performance.now() - start };
    } catch (error) {
      reason = failureOf(error).reason;
    }
  }
  return reason;
}

function wopiFindings(file: SampleFile, tried: Awaited<ReturnType<typeof tryLaunch>>): Finding[] {
  const isTold = viewUrlOf(file) && well('enricher.on');
  if (typeof tried === 'string') {
    const advice =
      tried === 'unavailable'
        ? 'launch.unavailable.do'
        : tried === 'malformed'
          ? 'launch.malformed.do'
          : undefined;
    return [
      ...(isTold ? [isTold] : []),
      tried === 'not-found'
        ? wrong('wopi.off')
        : { ...wrong('launch', sentence(tried)), advice: advice ? say(advice) : '' },
    ];
  }
  const end = endOf(tried.launch);
  const life = end - Date.now();
  return [
    well('wopi.on'),
    isTold || wrong('enricher.off'),
    well('launch.well', ms(tried.time)),
    !end
      ? unknown('token', say('page.not-said'))
      : life < SHORT_LIFE
        ? wrong('token.short', minutes(life))
        : well('token', minutes(life)),
  ];
}

/** What is on offer for a file of each kind, where anything is for one of them. */
function kindFindings(files: SampleFile[]): Finding[] {
  const actionsOf = ({ launchUrls }: SampleFile) =>
    Object.keys(launchUrls).filter((key) => key !== 'appName');
  if (!files.some((file) => actionsOf(file).length)) return [];
  return Object.entries(KINDS).map(([extension, app]) => {
    const file = files.find((each) => each.extension === extension);
    if (!file) return unknown('kind.none', app);
    const actions = actionsOf(file).join(', ');
    return actions ? well('kind.actions', app, actions) : wrong('kind.off', app);
  });
}

function clockFinding(ahead: number): Finding {
  if (isNaN(ahead)) return unknown('clock', say('page.not-said'));
  if (Math.abs(ahead) < CLOCKS_AGREE) return well('clock.well');
  return wrong(ahead > 0 ? 'clock.ahead' : 'clock.behind', minutes(Math.abs(ahead)));
}

const minutes = (time: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'minute' }).format(Math.round(time / 60_000));
