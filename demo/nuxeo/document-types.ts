/** A type of documents, as a stock server has it (docs/host.md "New documents"). */
interface DocumentType {
  readonly facets: readonly string[];
  readonly schemas: readonly SchemaName[];
  /** what the enricher `subtypes` lists; the REST API does not hold anybody to it */
  readonly subtypes: readonly string[];
}

/** Every schema that the stand-in knows, with its prefix. */
const prefixes = {
  dublincore: 'dc',
  common: 'common',
  uid: 'uid',
  file: 'file',
  files: 'files',
  note: 'note',
} as const;

type SchemaName = keyof typeof prefixes;

const folder: readonly SchemaName[] = ['dublincore', 'common'];
const versioned = ['Versionable', 'NXTag', 'Publishable', 'Commentable', 'HasRelatedText'];
const media = ['File', 'Note', 'Picture', 'Audio', 'Video'];
const root = ['SuperSpace', 'NotCollectionMember', 'Folderish'];

const documentTypes = {
  Root: { facets: ['NotCollectionMember', 'Folderish'], schemas: folder, subtypes: ['Domain'] },
  Domain: { facets: root, schemas: folder, subtypes: ['WorkspaceRoot', 'SectionRoot', 'TemplateRoot'] },
  WorkspaceRoot: { facets: ['HiddenInCreation', ...root], schemas: folder, subtypes: ['Workspace'] },
  TemplateRoot: { facets: ['HiddenInCreation', ...root], schemas: folder, subtypes: ['Workspace'] },
  SectionRoot: { facets: ['HiddenInCreation', ...root], schemas: folder, subtypes: ['Section'] },
  Section: { facets: ['SuperSpace', 'PublishSpace', 'Folderish'], schemas: folder, subtypes: ['Section'] },
  Workspace: {
    facets: ['SuperSpace', 'Folderish'],
    schemas: folder,
    subtypes: ['Collection', 'Workspace', 'Folder', 'OrderedFolder', ...media],
  },
  Folder: {
    facets: ['Folderish'],
    schemas: folder,
    subtypes: ['Collection', 'Folder', 'OrderedFolder', ...media],
  },
  OrderedFolder: {
    facets: ['Orderable', 'Folderish'],
    schemas: folder,
    subtypes: ['Folder', 'OrderedFolder', ...media],
  },
  Collection: { facets: ['Versionable', 'Collection'], schemas: [...folder, 'uid'], subtypes: [] },
  File: {
    facets: [...versioned, 'Downloadable'],
    schemas: [...folder, 'uid', 'file', 'files'],
    subtypes: [],
  },
  Note: { facets: versioned, schemas: [...folder, 'uid', 'note', 'files'], subtypes: [] },
  Picture: { facets: ['Picture', ...versioned], schemas: [...folder, 'uid', 'file'], subtypes: [] },
  Audio: { facets: ['Audio', ...versioned], schemas: [...folder, 'uid', 'file'], subtypes: [] },
  Video: { facets: ['Video', ...versioned], schemas: [...folder, 'uid', 'file'], subtypes: [] },
} satisfies Record<string, DocumentType>;

/** The name of a type that there is. */
export type TypeName = keyof typeof documentTypes;

/** A schema as a document's JSON lists it. */
export interface Schema {
  readonly name: string;
  readonly prefix: string;
}

/** Whether there is a type of that name. */
export function isType(name: string): name is TypeName {
  return Object.hasOwn(documentTypes, name);
}

export function facetsOf(type: TypeName): string[] {
  return [...documentTypes[type].facets];
}

export function schemasOf(type: TypeName): Schema[] {
  return documentTypes[type].schemas.map((name) => ({ name, prefix: prefixes[name] }));
}

/** Whether documents of the type have that property; of a nested one, its first part counts. */
export function hasProperty(type: TypeName, name: string): boolean {
  return schemasOf(type).some(({ prefix }) => name.startsWith(`${prefix}:`));
}

/** What the enricher `subtypes` says of a folder of the type. */
export function subtypesOf(type: TypeName): { type: string; facets: string[] }[] {
  const { subtypes }: DocumentType = documentTypes[type];
  return subtypes.filter(isType).map((name) => ({ type: name, facets: facetsOf(name) }));
}
