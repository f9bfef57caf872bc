import type { Locator } from 'playwright-core';
import type { Person, Stage } from './stage.js';

declare const Nuxeo: { UI: { app?: { currentDocument?: { path: string } } } };

export const WORKSPACE = '/default-domain/workspaces/ws';
export const TEMPLATES = { 'nuxeo.office.online.templatesPath': '/default-domain/templates' };

/** The page of the tab “Office”. */
export const tab = ({ page }: Person): Locator => page.locator('nuxeo-office-online-create');
/** The tabs of the create dialog. */
export const tabs = ({ page }: Person): Locator => page.locator('nuxeo-document-create-popup [role=tab]');
export const title = (person: Person): Locator => tab(person).locator('[name=title]');
export const create = (person: Person): Locator => tab(person).locator('button.primary');
export const alert = (person: Person): Promise<string> => tab(person).getByRole('alert').innerText();

/** Somebody in a folder, who has opened the tab “Office” of its create dialog. */
export async function atTab(...folder: Parameters<typeof atFolder>): Promise<Person> {
  const person = await atFolder(...folder);
  await opensDialog(person);
  await tabs(person).filter({ hasText: 'Office' }).click();
  await title(person).waitFor();
  return person;
}

/** Somebody in a folder. */
export async function atFolder(
  stage: Stage,
  name = 'alice',
  path = WORKSPACE,
  locale?: string,
  prepare?: (person: Person) => Promise<void>,
): Promise<Person> {
  const person = await stage.person(name, locale);
  await prepare?.(person);
  await person.goes(`/browse${path}`);
  await person.page.waitForFunction((wanted) => Nuxeo.UI.app?.currentDocument?.path === wanted, path);
  return person;
}

export async function opensDialog({ page }: Person): Promise<void> {
  await page.locator('nuxeo-document-create-button #createBtn').click();
}

/** The id of the document whose editor is open. */
export function openId({ page }: Person): string {
  const [, id = ''] = /office-online\/edit\/default\/([^/]+)\//.exec(page.url()) ?? [];
  return id;
}
