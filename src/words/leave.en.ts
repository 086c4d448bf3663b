import type { ja } from './leave.ja.ts';

/** The same in English. */
export const en: typeof ja = {
  title: 'Take it along',
  lead: 'Take the terms and the result as they stand. Each form holds the assumptions, the sources and the notice.',
  image: 'Save as picture',
  csv: 'Save as CSV',
  copyTable: 'Copy as table',
  print: 'Print',
  copyLink: 'Copy link',
  linkField: 'Link to these terms',
  status: {
    drawing: 'Drawing the picture.',
    started: (name) => `The download of “${name}” has started.`,
    noImage: 'The picture could not be drawn. Please try again, or print.',
    notMade: 'It could not be made. Please check the connection and try again.',
    linkCopied: 'The link is copied.',
    tableCopied: 'The table is copied. It can be pasted into a spreadsheet.',
    noCopy: 'The browser did not allow copying. The link can be selected in the field below.',
  },
};
