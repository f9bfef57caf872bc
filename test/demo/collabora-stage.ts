import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { sampleIds } from '../../demo/nuxeo/index.js';
import { sharedBrowser } from '../shared-browser.js';
import { HostPage, type Message } from './host-page.js';
import { OfficeStage } from './office-stage.js';

export const { budget } = sampleIds;
export const FRAME_READY = [
  'App_LoadingStatus',
  { Status: 'Frame_Ready', Features: { VersionStates: true } },
];
export const HAS_FILE = ['Action_Load_Resp', { success: true, result: '', errorMsg: '' }];
export const LOADED = ['App_LoadingStatus', { Status: 'Document_Loaded' }];
export const UNMODIFIED = ['Doc_ModifiedStatus', { Modified: false }];
export const MODIFIED = ['Doc_ModifiedStatus', { Modified: true }];
export const SAVED = ['Action_Save_Resp', { success: true }];
export const NOTHING_TO_SAVE = ['Action_Save_Resp', { success: true, result: 'unmodified', errorMsg: '...' }];
export const notSaved = (result: string) => ['Action_Save_Resp', { success: false, result, errorMsg: '...' }];

export const alice = { userId: 'alice', userName: 'Alice Archer', colour: 0x0646a2 };
export const bob = { userId: 'bob', userName: 'Bob Baker', colour: 0x579d1c };
export const added = ({ userId, userName, colour }: typeof alice, ViewId: number) => [
  'View_Added',
  {
    Deprecated: true,
    ViewId,
    UserId: userId,
    UserName: userName,
    Color: `#${colour.toString(16).padStart(6, '0')}`,
    ReadOnly: '0',
  },
];
export const removed = (ViewId: number) => ['View_Removed', { Deprecated: true, ViewId }];
export const list = (own: number, ...people: (typeof alice)[]) => [
  'Views_List',
  people.map(({ userId, userName, colour }, id) => ({
    ViewId: String(id),
    UserName: userName,
    UserId: userId,
    Color: colour,
    ReadOnly: '0',
    IsCurrentView: id === own,
  })),
];

/** Id and values of messages, without times. */
export const said = (messages: Message[]): unknown[] =>
  messages.map(({ id, values }) => {
    const { DocumentLoadedTime, ...rest } = values;
    assert.ok(DocumentLoadedTime === undefined || Math.abs(Number(DocumentLoadedTime) - Date.now()) < 60_000);
    return [id, Array.isArray(values) ? values : rest];
  });

/** Collabora, old or new, for the tests of one suite: one that takes its time, and one that is in a hurry to save. */
export class CollaboraStage {
  browser!: Browser;
  stage!: OfficeStage;
  hurried!: OfficeStage;

  constructor(client: 'collabora' | 'libreoffice') {
    before(async () => {
      this.browser = await sharedBrowser();
      this.stage = await OfficeStage.start({ client });
      this.hurried = await OfficeStage.start({ client, autoSaveFactor: 60 });
    });
    after(() => Promise.all([this.stage.stop(), this.hurried.stop()]));
    afterEach(async () => {
      await Promise.all(this.browser.contexts().map((context) => context.close()));
      for (const { nuxeo, office } of [this.stage, this.hurried]) {
        for (const switches of [nuxeo.faults, nuxeo.checkFileInfo])
          for (const name of Object.keys(switches)) Reflect.deleteProperty(switches, name);
        office.vanish();
        nuxeo.repository.locks.unlock(budget);
      }
    });
  }

  async opens(on = this.stage, user = 'alice', query = ''): Promise<HostPage> {
    const page = await HostPage.open(this.browser, on, budget, { user, query });
    await page.isLoaded();
    return page;
  }

  stored(on = this.stage): Promise<string> {
    return on.stored(budget, 'xl/worksheets/sheet1.xml');
  }

  async isStored(value: string, on = this.stage): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!(await this.stored(on)).includes(`<v>${value}</v>`)) {
      assert.ok(Date.now() < deadline, `${value} is not stored`);
      await wait(50);
    }
  }
}
