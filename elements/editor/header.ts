import { html, nothing, type TemplateResult } from 'lit';
import { translate } from '../../src/web-ui/i18n.js';
import type { OfficeFile } from '../../src/offer/office-file.js';
import { closeIcon, fullScreenIcon, newTabIcon } from './header-icons.js';
import { appIcon } from '../common/app-icon.js';

export interface HeaderOptions {
  file?: OfficeFile;
  /** What the editor is doing, in a few words. */
  state: string;
  isFullScreen: boolean;
  onKey: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onFullScreen: () => void;
  onNewTab: (event: MouseEvent) => void;
  onClose: () => void;
}

/** The bar above the frame: what is open, how it stands, full screen, new tab, close. */
export function headerTemplate(options: HeaderOptions): TemplateResult {
  const { file, state, isFullScreen, onKey, onFocus, onFullScreen, onNewTab, onClose } = options;
  return html`<header part="header" tabindex="-1" @keydown=${onKey} @focusin=${onFocus}>
    ${appIcon(file?.offer.app ?? 'office', file?.offer.action === 'view')}
    <h1><bdi>${file?.fileName ?? ''}</bdi></h1>
    <p class="title"><bdi>${file?.documentTitle ?? ''}</bdi></p>
    <p class="state" role="status">${state}</p>
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
