import type { Request } from 'express';
import { documentUrl, downloadUrl, launchUrl } from './addresses.js';
import { appFor } from './discovery.js';
import { titleOf } from './document.js';
import type { Parts } from './parts.js';
import { fullName } from './users.js';
import { itemVersion, mayWrite, type WopiCall } from './wopi-call.js';

/** CheckFileInfo's answer. The stock server's has no `PostMessageOrigin` (docs/wopi-clients.md "Who speaks"). */
export async function checkFileInfo(parts: Parts, call: WopiCall, request: Request): Promise<object> {
  return {
    ...file(call),
    ...capabilities,
    ...(await rights(parts, call)),
    ...addresses(parts, call, parts.publicBase(request)),
    ...parts.checkFileInfo,
  };
}

function file({ blob, document, user }: WopiCall): object {
  return {
    BaseFileName: blob.name,
    OwnerId: document.properties['dc:creator'],
    Size: blob.bytes.length,
    UserId: user.name,
    Version: itemVersion(document),
    IsAnonymousUser: false,
    LicenseCheckForEditIsEnabled: true,
    UserFriendlyName: fullName(user),
  };
}

const capabilities = {
  SupportsExtendedLockLength: true,
  SupportsGetLock: true,
  SupportsLocks: true,
  SupportsRename: true,
  SupportsUpdate: true,
  SupportedShareUrlTypes: ['ReadOnly', 'ReadWrite'],
};

async function rights(parts: Parts, call: WopiCall): Promise<object> {
  const canWrite = mayWrite(parts, call);
  const canConvert = appFor(await parts.discovery.get(), call.blob.name)?.actions.has('convert') ?? false;
  return {
    ReadOnly: !canWrite,
    UserCanRename: canWrite,
    UserCanWrite: canWrite,
    UserCanNotWriteRelative: !canConvert,
  };
}

function addresses({ repository }: Parts, { document, xpath, blob }: WopiCall, base: string): object {
  const folder = repository.lineOf(document).at(-2);
  return {
    CloseUrl: documentUrl(base, document),
    FileVersionUrl: documentUrl(base, document),
    DownloadUrl: downloadUrl(base, repository, document, xpath, blob.name),
    HostEditUrl: launchUrl(base, 'edit', repository, document.id, xpath),
    HostViewUrl: launchUrl(base, 'view', repository, document.id, xpath),
    SignoutUrl: `${base}logout`,
    BreadcrumbBrandName: 'Nuxeo Platform',
    BreadcrumbBrandUrl: base,
    ...(folder && { BreadcrumbFolderName: titleOf(folder), BreadcrumbFolderUrl: documentUrl(base, folder) }),
  };
}
