import { setGoogleFontsEnabled } from '@eigenpal/docx-editor-core';
import { DocxEditor, type DocxEditorRef } from '@eigenpal/docx-editor-react';
import { Plugin } from 'prosemirror-state';
import { createRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { Changes, Surface, SurfaceHost } from '../shared/editor-page.js';

// The stand-in asks nobody outside for anything.
setGoogleFontsEnabled(false);

/** The text that has the keyboard lies hidden behind the pages shown; this tells assistive technology what it is. */
const asTextbox = new Plugin({
  props: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Document' } },
});
const plugins = [asTextbox];

/** A document on its pages, in a word processor. */
export class WordSurface implements Surface {
  readonly merges = false;
  readonly isChanging = false;
  private readonly editor = createRef<DocxEditorRef>();
  private root: Root | undefined;
  private latest: Blob | undefined;

  constructor(private readonly host: SurfaceHost) {}

  async show(content: Response): Promise<void> {
    const bytes = await content.arrayBuffer();
    this.latest = undefined;
    this.root?.unmount();
    this.root = createRoot(this.host.element);
    await this.render(this.root, bytes);
  }

  finish(): void {
    // Every letter is a change by itself.
  }

  async collect(): Promise<Changes | undefined> {
    // Saving only what has changed forgets what is typed while it is under way.
    const bytes = await this.editor.current?.save({ selective: false });
    if (!bytes) return undefined;
    const body = new Blob([bytes]);
    this.latest = body;
    const settle = (): void => {
      if (this.latest === body) this.latest = undefined;
    };
    return { body, settle };
  }

  collectAtOnce(): Blob | undefined {
    return this.latest;
  }

  private render(root: Root, bytes: ArrayBuffer): Promise<void> {
    const { canEdit, userName } = this.host;
    return new Promise((resolve, reject) => {
      root.render(
        <DocxEditor
          ref={this.editor}
          documentBuffer={bytes}
          readOnly={!canEdit}
          mode={canEdit ? 'editing' : 'viewing'}
          author={userName}
          colorMode="light"
          showFileOpen={false}
          showHelpMenu={false}
          showOutlineButton={false}
          externalPlugins={plugins}
          onChange={() => this.host.handleChange()}
          onEditorViewReady={() => resolve()}
          onError={reject}
        />,
      );
    });
  }
}
