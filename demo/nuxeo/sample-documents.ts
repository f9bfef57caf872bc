import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extensionOf } from '../file-types.js';
import { Blob } from './blob.js';
import { type Document, newDocument, type Property } from './document.js';
import type { TypeName } from './document-types.js';
import type { Repository } from './repository.js';

/** Ids of the documents that tests and links speak of; they never change. */
export const sampleIds = {
  root: '10000000-0000-4000-8000-000000000000',
  domain: '10000000-0000-4000-8000-000000000001',
  workspaces: '10000000-0000-4000-8000-000000000002',
  workspace: '10000000-0000-4000-8000-000000000003',
  templates: '10000000-0000-4000-8000-000000000004',
  officeTemplates: '10000000-0000-4000-8000-000000000005',
  boardTemplates: '10000000-0000-4000-8000-000000000006',
  quarterlyReport: '20000000-0000-4000-8000-000000000001',
  budget: '20000000-0000-4000-8000-000000000002',
  presentation: '20000000-0000-4000-8000-000000000003',
  oldLetter: '20000000-0000-4000-8000-000000000004',
  readMe: '20000000-0000-4000-8000-000000000005',
  thirtyAttachments: '20000000-0000-4000-8000-000000000006',
  contract: '20000000-0000-4000-8000-000000000007',
  statutes: '20000000-0000-4000-8000-000000000008',
  statutesVersion: '20000000-0000-4000-8000-000000000009',
  discardedPlan: '20000000-0000-4000-8000-00000000000a',
  hostileName: '20000000-0000-4000-8000-00000000000b',
  newMemo: '20000000-0000-4000-8000-00000000000c',
  letterTemplate: '40000000-0000-4000-8000-000000000001',
  expensesTemplate: '40000000-0000-4000-8000-000000000002',
  minutesTemplate: '40000000-0000-4000-8000-000000000003',
} as const;

const folder = new URL('../documents/', import.meta.url);
const hostileName = `"><img src=x onerror=alert(1)> & Ünï 日本`;

/** Fills the repository. @throws Error that names the sample file that is missing */
export function addSampleDocuments(repository: Repository): void {
  const { root, domain, workspaces, workspace } = sampleIds;
  addFolder(repository, 'Root', root, '', 'Root', undefined);
  addFolder(repository, 'Domain', domain, 'default-domain', 'Domain', root);
  addFolder(repository, 'WorkspaceRoot', workspaces, 'workspaces', 'Workspaces', domain);
  addFolder(repository, 'Workspace', workspace, 'ws', 'Workspace', workspaces);

  const add = (id: string, title: string, main: Blob, attachments: Blob[] = []): Document =>
    repository.add(fileDocument(id, title, main, attachments));
  const report = (name: string): Blob => sample('Quarterly report.docx', name);

  add(sampleIds.quarterlyReport, 'Quarterly report', sample('Quarterly report.docx'), [
    sample('Figures.xlsx'),
    sample('Deck.pptx'),
    sample('Notes.txt'),
  ]);
  add(sampleIds.budget, 'Budget', sample('Budget.xlsx'));
  add(sampleIds.presentation, 'Presentation', sample('Deck.pptx'));
  add(sampleIds.oldLetter, 'Old letter', sample('Letter.doc'));
  add(sampleIds.readMe, 'Read me', sample('Notes.txt'));
  add(sampleIds.thirtyAttachments, 'Thirty attachments', report('Cover sheet.docx'), thirty());
  add(sampleIds.contract, 'Contract', report('Contract.docx'));
  repository.locks.lock(sampleIds.contract, 'bob');
  const statutes = add(sampleIds.statutes, 'Statutes', report('Statutes.docx'));
  repository.createVersion(statutes, 'major', sampleIds.statutesVersion);
  add(sampleIds.discardedPlan, 'Discarded plan', report('Discarded plan.docx')).isTrashed = true;
  add(sampleIds.hostileName, hostileName, report(`${hostileName}.docx`));
  add(sampleIds.newMemo, 'New memo', sample('New memo.docx'));
  addSampleTemplates(repository);
}

/** Everybody reads the Office templates, nobody but an administrator changes them; the board's are the board's alone. */
function addSampleTemplates(repository: Repository): void {
  const { domain, templates, officeTemplates, boardTemplates } = sampleIds;
  const root = addFolder(repository, 'TemplateRoot', templates, 'templates', 'Templates', domain);
  root.access = { members: 'read' };
  addFolder(repository, 'Workspace', officeTemplates, 'office', 'Office templates', templates);
  addFolder(repository, 'Workspace', boardTemplates, 'board', 'Board templates', templates).access = {};
  const add = (id: string, title: string, file: Blob, parentId: string): Document =>
    repository.add(fileDocument(id, title, file, [], parentId));
  add(sampleIds.letterTemplate, 'Business letter', sample('Letter template.docx'), officeTemplates);
  add(sampleIds.expensesTemplate, 'Travel expenses', sample('Expenses template.xlsx'), officeTemplates);
  const minutes = sample('Letter template.docx', 'Minutes.docx');
  add(sampleIds.minutesTemplate, 'Minutes of the board', minutes, boardTemplates);
}

/** Adds so many more templates beside the others, “Template 01” and on: letters, every third a workbook. */
export function addTemplates(repository: Repository, count: number): Document[] {
  return Array.from({ length: count }, (_, index) => {
    const title = `Template ${String(index + 1).padStart(2, '0')}`;
    const file = index % 3 === 2 ? 'Expenses template.xlsx' : 'Letter template.docx';
    const main = sample(file, `${title}.${extensionOf(file)}`);
    return repository.add(fileDocument(randomUUID(), title, main, [], sampleIds.officeTemplates));
  });
}

function addFolder(
  repository: Repository,
  type: TypeName,
  id: string,
  name: string,
  title: string,
  parentId: string | undefined,
): Document {
  return repository.add(newDocument({ id, type, name, parentId, properties: dublinCore(title) }));
}

function fileDocument(
  id: string,
  title: string,
  main: Blob,
  attachments: Blob[],
  parentId: string = sampleIds.workspace,
): Document {
  return newDocument({
    id,
    type: 'File',
    name: title,
    parentId,
    properties: {
      ...dublinCore(title),
      'uid:uid': null,
      'uid:major_version': 0,
      'uid:minor_version': 0,
      'file:content': main,
      'files:files': attachments.map((file) => ({ file })),
    },
  });
}

function dublinCore(title: string): Record<string, Property> {
  return {
    'dc:title': title,
    'dc:description': null,
    'dc:creator': 'alice',
    'dc:contributors': ['alice'],
    'dc:lastContributor': 'alice',
    'dc:created': '2025-03-03T09:00:00.000Z',
    'dc:modified': '2025-03-04T10:30:00.000Z',
    'common:icon': null,
  };
}

function thirty(): Blob[] {
  const files = ['Quarterly report.docx', 'Figures.xlsx', 'Deck.pptx'] as const;
  return Array.from({ length: 30 }, (_, index) => {
    const file = files[index % files.length] ?? files[0];
    return sample(file, `Attachment ${index + 1}.${extensionOf(file)}`);
  });
}

function sample(file: string, name = file): Blob {
  return new Blob(name, read(file));
}

function read(file: string): Buffer {
  try {
    return readFileSync(new URL(encodeURIComponent(file), folder));
  } catch (error) {
    throw new Error(`demo/documents/${file} is missing: run npx tsx demo/documents/make.ts`, {
      cause: error,
    });
  }
}
