import type { IconName } from '../parts/icons.ts';

/** The main screens, in the order of the navigation. */
export const NAV = [
  { key: 'home', href: '#/', icon: 'home' },
  { key: 'cases', href: '#/cases', icon: 'cases' },
  { key: 'lab', href: '#/lab', icon: 'lab' },
  { key: 'policy', href: '#/policy', icon: 'policy' },
  { key: 'about', href: '#/about', icon: 'about' },
] as const satisfies readonly { key: string; href: string; icon: IconName }[];

export type NavKey = (typeof NAV)[number]['key'];
