/** The application that a file belongs to; it decides the icon. */
export type AppKind = 'word' | 'excel' | 'powerpoint' | 'office';

const APPS: Record<Exclude<AppKind, 'office'>, { names: string[]; extensions: RegExp; product: string }> = {
  word: { names: ['word', 'writer'], extensions: /^(do[ct]|od[tm]|ott|rtf)/, product: 'Word Online' },
  excel: { names: ['excel', 'calc'], extensions: /^(xl|od[sc]|ots|csv)/, product: 'Excel Online' },
  powerpoint: {
    names: ['powerpoint', 'impress'],
    extensions: /^(pp|pot|odp|otp)/,
    product: 'PowerPoint Online',
  },
};

/**
 * Tells the application by its name in the WOPI client's discovery, else by the file's extension.
 * @returns its kind, and its name for people: "Word Online"
 */
export function applicationOf(appName: string, fileName: string): { app: AppKind; product: string } {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const [app, known] =
    Object.entries(APPS).find(([, { names }]) => names.includes(appName.toLowerCase())) ??
    Object.entries(APPS).find(([, { extensions }]) => extensions.test(extension)) ??
    [];
  const own = appName && known?.names[0] !== appName.toLowerCase();
  const product = own ? appName[0]?.toUpperCase() + appName.slice(1) : (known?.product ?? 'Office Online');
  return { app: (app ?? 'office') as AppKind, product };
}
