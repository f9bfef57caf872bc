import { html, type TemplateResult } from 'lit';
import { translate, type MessageKey } from '../../src/web-ui/i18n.js';

/** One button of a notice: what it is called (`officeOnline.button.…`) and what it does. */
export type Choice = [name: ButtonName, act: () => void];

type ButtonName = MessageKey extends infer Key
  ? Key extends `officeOnline.button.${infer Name}`
    ? Name
    : never
  : never;

/**
 * Something that the person has to know in the frame's place, and what they can do; the first choice is the one to
 * recommend.
 * @param detail what stands below, in whatever language it comes
 * @param more what stands below the choices
 */
export const noticeTemplate = (
  text: string,
  choices: Choice[],
  detail = '',
  more?: TemplateResult,
): TemplateResult =>
  html`<div part="notice" class="notice" role="alert">
    <p>${text}${detail && [' ', html`<small dir="auto">${detail}</small>`]}</p>
    ${choiceButtons(choices)}${more}
  </div>`;

/** The buttons of a notice. @param isBusy whether a choice is being carried out: then none can be made */
export const choiceButtons = (choices: Choice[], isBusy = false): TemplateResult[] =>
  choices.map(
    ([name, act], index) =>
      html`<button class=${index ? '' : 'primary'} ?disabled=${isBusy} aria-busy=${isBusy} @click=${act}>
        ${translate(`officeOnline.button.${name}`)}
      </button>`,
  );
