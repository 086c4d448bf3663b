export type ThemeSetting = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

let setting = $state<ThemeSetting>('system');
let deviceIsDark = $state(false);

/** What the person chose: the device's own setting unless they say otherwise. */
export function themeSetting(): ThemeSetting {
  return setting;
}

/** What is on screen. Charts read it to take their colours anew. */
export function theme(): Theme {
  if (setting !== 'system') return setting;
  return deviceIsDark ? 'dark' : 'light';
}

/** Follows the choice at once. */
export function setTheme(next: ThemeSetting): void {
  setting = next;
}

/** Follows the device where the person left the choice to it. Returns the way to stop. */
export function followDevice(): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const read = () => {
    deviceIsDark = query.matches;
  };
  read();
  query.addEventListener('change', read);
  return () => query.removeEventListener('change', read);
}
