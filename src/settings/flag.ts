/** Reads `true` or `false`, which a server writes as a string; `undefined` for anything else. */
export const readFlag = (raw: unknown): boolean | undefined =>
  ({ true: true, false: false })[String(raw).trim().toLowerCase() as 'true' | 'false'];

/**
 * Whether the feature flag, the setting `enabled`, is on. A value that can't be used counts as on, its default; the
 * console tells of it when the settings are read as a whole.
 */
export const isSwitchedOn = ({ enabled }: Record<string, unknown>): boolean => readFlag(enabled) !== false;
