import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../../src/web-ui/i18n.js';
import type { OfficeFile } from '../../src/offer/office-file.js';
import { closeIcon, fullScreenIcon, newTabIcon, stateIcons } from './header-icons.js';
import { appIcon } from '../common/app-icon.js';
import type { StateText } from './state-text.js';

export interface HeaderOptions {
  file?: OfficeFile;
  /** What the editor is doing, in a few words. */
  state?: StateText;
  /** Whether all is shown in full where there is little room. */
  isUnfolded: boolean;
  isFullScreen: boolean;
  onKey: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onUnfold: () => void;
  onFullScreen: () => void;
  onNewTab: (event: MouseEvent) => void;
  onClose: () => void;
}

/**
 * The bar above the frame: what is open, how it stands, full screen, new tab, close. Where there is little room, the
 * state is an icon that unfolds its words, and a problem is told in a line of its own.
 */
export function headerTemplate(options: HeaderOptions): TemplateResult {
  const { file, state, isFullScreen, onKey, onFocus, onFullScreen, onNewTab, onClose } = options;
  const isUnfolded = options.isUnfolded || state?.kind === 'problem';
  return html`<header
    part="header"
    class=${isUnfolded ? 'unfolded' : ''}
    tabindex="-1"
    @keydown=${onKey}
    @focusin=${onFocus}
  >
    ${appIcon(file?.offer.app ?? 'office', file?.offer.action === 'view')}
    <h1><bdi>${file?.fileName ?? ''}</bdi></h1>
    <p class="title"><bdi>${file?.documentTitle ?? ''}</bdi></p>
    <p class="state" role="status">${state?.text}</p>
    ${
      state && state.kind !== 'problem'
        ? html`<button
            class="unfold"
            title=${state.text}
            aria-expanded=${isUnfolded}
            @click=${options.onUnfold}
          >
            ${stateIcons[state.kind]}
          </button>`
        : nothing
    }
    <slot name="more"></slot>
    ${
      document.fullscreenEnabled
        ? html`<button
            title=${translate('officeOnline.fullScreen')}
            aria-pressed=${isFullScreen}
            @click=${onFullScreen}
          >
            ${fullScreenIcon}
          </button>`
        : nothing
    }
    <a
      href=${location.href}
      target="_blank"
      title=${translate('officeOnline.button.new-tab')}
      @click=${onNewTab}
      >${newTabIcon}</a
    >
    <button title=${translate('officeOnline.close')} @click=${onClose}>${closeIcon}</button>
  </header>`;
}
