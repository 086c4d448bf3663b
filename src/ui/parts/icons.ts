/** Line drawings on a grid of 24 px; each always stands beside a word. */
export const icons = {
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  cases: 'M4 6h6l2 2h8v11H4zM8 12h8M8 15.5h5',
  lab: 'M4 20h16M6 20v-7h3v7M11 20V5h3v15M16 20v-10h3v10',
  policy: 'M6 3h9l4 4v14H6zM15 3v4h4M9 11h7M9 14.5h7M9 18h4',
  about: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v6M12 7.5v.5',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4',
  close: 'M6 6l12 12M18 6L6 18',
  less: 'M5 12h14',
  more: 'M5 12h14M12 5v14',
  next: 'M9 5l7 7-7 7',
} as const;

export type IconName = keyof typeof icons;
