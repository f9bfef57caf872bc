import { say, type TextKey } from './texts.js';

export type Verdict = 'well' | 'wrong' | 'unknown';

/** The lines of the page, by its sections, in their order. */
export const SECTIONS = {
  addon: ['version', 'flag', 'settings', 'stock'],
  server: ['file', 'wopi', 'enricher', 'kind', 'launch', 'token', 'clock'],
  editor: ['address', 'https', 'trusted', 'policy', 'reach', 'trial', 'times', 'messages'],
  host: ['info', 'origin', 'missing', 'fields', 'source'],
} as const;
export type Section = keyof typeof SECTIONS;
export type Line = (typeof SECTIONS)[Section][number];

/** What is known of a line, in the person's language. */
export interface Finding {
  line: Line;
  title: string;
  verdict: Verdict;
  words: string;
  /** What to do; empty where there is nothing. */
  advice: string;
  /** What the report says in the place of words that name a file. */
  reported?: string;
}

/** A message that tells of a line, `clock.ahead`; or the line itself, whose words are the parameter then. */
type Told = Extract<TextKey, `${Line}.${string}`> | Line;

/**
 * Makes what tells of a line: its title, the words, and what to do, which is the message `….do` of these words, or of the
 * line where it is not well. All three take the same parameters.
 */
const finding =
  (verdict: Verdict) =>
  (told: Told, ...params: string[]): Finding => {
    const [line, state] = told.split('.') as [Line, string?];
    return {
      line,
      title: say(`line.${line}`, ...params),
      verdict,
      words: state ? say(told as TextKey, ...params) : (params[0] ?? ''),
      advice:
        (state && say(`${told}.do` as TextKey, ...params)) ||
        (verdict === 'well' ? '' : say(`${line}.do` as TextKey, ...params)),
    };
  };

export const well = finding('well');
export const wrong = finding('wrong');
export const unknown = finding('unknown');

/** A time in ms, or a dash where there is none. */
export const ms = (time?: number): string => (time === undefined ? '–' : `${Math.round(time)} ms`);
