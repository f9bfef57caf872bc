/**
 * The colours in which Web UI's other themes differ from its default one, as far as this page and addons use them. A
 * background may be a picture; a property that a theme does not have is `initial`.
 */
const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dark: {
    'text-default': '#fff',
    'primary-color': '#1f28bf',
    'secondary-color': '#0066ff',
    'page-background': '#060826',
    'app-header-background': '#2e2e3e',
    'sidebar-background': '#1f28bf',
    box: '#2e2e3e',
    'tag-background': 'rgba(0, 0, 0, 0.2)',
    'button-secondary-text': '#b5b5b5',
    'action-color-activated': '#1f28bf',
    'warn-text': '#da1e28',
    validated: '#3cc86e',
  },
  kawaii: {
    'text-default': '#243238',
    'primary-color': '#dd32b5',
    'secondary-color': '#6d0043',
    'page-background': 'linear-gradient(135deg, #fbe0ea 50%, transparent 50%) 0 0 / 16px 16px repeat #f8d3e0',
    'sidebar-background': '#6d0043',
    'button-secondary-text': 'initial',
    'action-color-activated': '#dd2eb5',
    'warn-text': '#fb6107',
    validated: '#99d749',
  },
  light: {
    'text-default': '#32353f',
    'primary-color': '#00aded',
    'secondary-color': '#73d2cf',
    'page-background': '#f7f7f7',
    border: 'rgba(0, 0, 0, 0.1)',
    'sidebar-background': '#32353f',
    'button-secondary-text': 'initial',
    'action-color-activated': '#00aded',
    'warn-text': '#fb6107',
    validated: '#99d749',
  },
};

/** Takes on the theme that the person has chosen, which Web UI keeps in the browser's storage. */
export function applyTheme(): void {
  const theme = themes[localStorage.getItem('theme') ?? ''] ?? {};
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(theme)) style.setProperty(`--nuxeo-${name}`, value);
  if (theme === themes.dark) {
    style.setProperty('--input-background', '#191928');
    style.setProperty('--paper-input-container-input-color', '#fff');
  }
}
