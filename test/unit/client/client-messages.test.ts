import { readMessage, type ClientEvent } from '../../../src/client/client-messages.js';
import { expect } from '../expect.js';

const message = (MessageId: unknown, Values?: unknown) => ({ MessageId, SendTime: 1, Values });

describe('what an editor tells', () => {
  const meanings: [string, unknown, ClientEvent | undefined][] = [
    ['App_LoadingStatus', { DocumentLoadedTime: 5 }, { type: 'loaded' }],
    ['Views_List', [{ ViewId: '0' }], { type: 'views', views: [{ ViewId: '0' }] }],
    ['Views_List', { 0: { ViewId: '0' } }, undefined],
    ['App_LoadingStatus', undefined, { type: 'loaded' }],
    ['App_LoadingStatus', { Status: 'Initialized' }, { type: 'alive' }],
    ['App_LoadingStatus', { Status: 'Frame_Ready' }, { type: 'alive' }],
    ['App_LoadingStatus', { Status: 'Document_Loaded' }, { type: 'loaded' }],
    ['App_LoadingStatus', { Status: 'Failed' }, { type: 'load-failed', text: '' }],
    ['Action_Load_Resp', { success: false, errorMsg: 'no' }, { type: 'load-failed', text: 'no' }],
    [
      'Action_Load_Resp',
      { success: false, errorType: 'load', errorMsg: 'full' },
      { type: 'load-failed', text: 'full – load' },
    ],
    ['Action_Load_Resp', { success: false, errorType: 'load' }, { type: 'load-failed', text: 'load' }],
    [
      'Action_Load_Resp',
      { success: false, result: 'Failed to load', errorMsg: '...' },
      { type: 'load-failed', text: 'Failed to load' },
    ],
    [
      'Action_Load_Resp',
      { success: false, errorMsg: 'x'.repeat(7_000) },
      { type: 'load-failed', text: 'x'.repeat(300) },
    ],
    ['Action_Load_Resp', { success: true }, { type: 'alive' }],
    ['Action_Load_Resp', { success: false, errorType: 'clusterscaling' }, { type: 'alive' }],
    ['Edit_Notification', {}, { type: 'modified' }],
    ['Doc_ModifiedStatus', { Modified: true }, { type: 'modified' }],
    ['Doc_ModifiedStatus', { Modified: false }, { type: 'unmodified' }],
    ['Doc_ModifiedStatus', { Modified: 'yes' }, undefined],
    ['Action_Save_Resp', { success: true }, { type: 'save-done' }],
    ['Action_Save_Resp', { success: true, result: 'unmodified', errorMsg: '' }, { type: 'nothing-to-save' }],
    [
      'Action_Save_Resp',
      { success: false, result: 'Save failed', errorMsg: '...' },
      { type: 'save-failed', text: 'Save failed' },
    ],
    [
      'Action_Save_Resp',
      { success: false, result: 'saveunauthorized', errorMsg: 'no token' },
      { type: 'save-failed', text: 'no token', isUnauthorized: true },
    ],
    [
      'Action_Save_Resp',
      { success: false, result: 'Invalid or expired access token', errorMsg: '...' },
      { type: 'save-failed', text: 'Invalid or expired access token', isUnauthorized: true },
    ],
    ['Action_Save_Resp', { success: false, errorMsg: 'full' }, { type: 'save-failed', text: 'full' }],
    ['File_Rename', { NewName: 'b.docx' }, { type: 'renamed', name: 'b.docx' }],
    ['File_Rename', { NewName: {} }, undefined],
    ['UI_Close', { EverModified: true }, { type: 'close' }],
    ['UI_Edit', {}, { type: 'edit' }],
    ['UI_Sharing', {}, { type: 'sharing' }],
    ['UI_Share', {}, { type: 'sharing' }],
    ['UI_FileVersions', {}, { type: 'versions' }],
    ['User_Idle', {}, { type: 'idle' }],
    ['User_Active', {}, { type: 'active' }],
    ['App_TokenExpiring', { Timeout: 5 }, { type: 'token-ending', timeout: 5 }],
    ['App_TokenExpiring', { Timeout: -5 }, { type: 'token-ending', timeout: 0 }],
    ['App_TokenExpiring', { Timeout: '5' }, { type: 'token-ending', timeout: undefined }],
    ['App_TokenExpired', {}, { type: 'token-ending', timeout: 0 }],
    ['Session_Closed', { Reason: 'OwnerTermination' }, { type: 'session-closed', text: 'OwnerTermination' }],
    ['Session_Closed', {}, { type: 'session-closed', text: '' }],
    ['Session_Closed', { Reason: {} }, { type: 'session-closed', text: '' }],
    ['Session_Closed', { Reason: 'DocumentIdle' }, { type: 'alive' }],
    ['App_IsFrameTrusted', {}, { type: 'asks-trust' }],
    ['UI_SaveAs', {}, undefined],
    ['toString', {}, undefined],
    ['__proto__', {}, undefined],
  ];
  for (const [id, values, event] of meanings) {
    it(`${id} ${JSON.stringify(values)}: ${JSON.stringify(event)}`, () => {
      expect(readMessage(message(id, values))).to.deep.equal(event);
      expect(readMessage(JSON.stringify(message(id, values)))).to.deep.equal(event);
    });
  }

  it('is nothing in anything else', () => {
    for (const data of [
      undefined,
      null,
      5,
      '',
      '{',
      'UI_Close',
      '[]',
      '"UI_Close"',
      [],
      {},
      message(5),
      message(['UI_Close']),
    ]) {
      expect(readMessage(data), JSON.stringify(data)).to.equal(undefined);
    }
  });
});
