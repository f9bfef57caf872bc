import type { NuxeoOfficeOnlineCreate } from '../entry/nuxeo-office-online-create.js';
import { CreateForm } from './create-form.js';

const forms = new WeakMap<NuxeoOfficeOnlineCreate, CreateForm>();

/** Shows the form in the create dialog's page; it begins anew whenever the tab is opened. */
export function show(door: NuxeoOfficeOnlineCreate): void {
  let form = forms.get(door);
  if (!form) forms.set(door, (form = new CreateForm(door)));
  form.update();
}
