import type { Text } from '#casebook/text.ts';
import { paymentDue } from '#domain/payout/due.ts';
import type { Moment } from '#lifecycle/moment.ts';
import { fill, type Lookup } from '#words/fill.ts';
import { playText } from '#words/play.ts';
import { lookupOf } from './lookup.ts';
import { claimAt, type Ground } from './play-ground.ts';

/** Fills a text of the case in both languages. */
export type Filler = (text: Text) => Text;

const RESULTS = /^(paid|low|high|ownCost|notOwed|open|cut\.|excluded\.|pool\.|expected\.)/;

/** A range whose two ends would tell the answer. */
const BANDS = {
  ja: /\{expected\.([^.}]+)\.low\}[^{}]{0,6}\{expected\.\1\.high\}(?:の間)?/g,
  en: /between \{expected\.([^.}]+)\.low\} and \{expected\.\1\.high\}|\{expected\.([^.}]+)\.low\}[^{}]{0,6}\{expected\.\2\.high\}/g,
};

/** The text without any range that the player is still to predict. */
const veiled = ({ ja, en }: Text): Text => ({
  ja: ja.replace(BANDS.ja, playText.ja.hiddenBand),
  en: en.replace(BANDS.en, (band) => (band.startsWith('between') ? playText.en.hiddenBandBetween : playText.en.hiddenBand)),
});

/** Fills texts as the moment knows them. Until the prediction is locked no figure of the outcome is in them. */
export const fillerOf = (ground: Ground, moment: Moment, under?: string): Filler => {
  const locked = moment.prediction !== null;
  const other = ground.isOther(under);
  const claim = claimAt(ground, moment, under);
  const result = locked ? ground.traced(claim, under) : null;
  const complete = moment.dates.documentsComplete;
  const known = lookupOf({
    case: ground.case,
    policy: other && ground.other !== null ? ground.other : ground.policy,
    facts: ground.facts,
    claim,
    dates: moment.dates,
    ...(complete === undefined ? {} : { due: paymentDue(complete, ground.general.payment, ground.case.enquiries) }),
    ...(result === null ? {} : { result }),
    ...(locked ? { ends: ground.ends } : {}),
  });
  const lookup: Lookup = (name, locale) => (!locked && RESULTS.test(name) ? playText[locale].hidden : known(name, locale));
  return (text) => {
    const shown = locked ? text : veiled(text);
    return { ja: fill(shown, lookup, 'ja'), en: fill(shown, lookup, 'en') };
  };
};
