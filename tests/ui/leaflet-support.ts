import { labLeaflet } from '#ui/lab/leaflet.ts';
import type { Live } from '#view/claim-view.ts';
import { benchOfCase } from '#view/lab-bench.ts';
import { labOf, type LabView } from '#view/lab.ts';
import type { Leaflet } from '#view/leaflet.ts';
import type { ResultSource } from '#view/result-ground.ts';
import { UNCHANGED, type WhatIf } from '#view/what-if.ts';

export const DAY = '2026-11-22';
export const SITE = 'https://example.com/satei/';

/** The lab of a case, as its screen gets it. */
export const labFor = ({ case: of, policy, facts, moment }: ResultSource): LabView =>
  labOf(
    {
      kind: 'case',
      bench: benchOfCase(of, moment, policy, facts),
      id: of.id,
      title: of.title,
      version: of.version,
      base: { c: of.id },
      others: [],
      presets: [],
    },
    {},
  );

/** The leaflet of a lab under changes, with what its screen shows. */
export const leafletOf = (lab: LabView, changes: WhatIf = UNCHANGED): { readonly leaflet: Leaflet; readonly live: Live } => {
  const live = lab.view.at(changes, null) ?? lab.view.live;
  return { live, leaflet: labLeaflet(lab, live, DAY, SITE) };
};

/** A state that somebody leaves behind, with awkward figures: three amounts of the contract doubled, two items half as much again and one yen. */
export const turnedFor = ({ view: { agreed, amounts } }: LabView): WhatIf => ({
  schedule: Object.fromEntries(
    Object.entries(agreed)
      .flatMap(([name, value]) => (typeof value === 'number' ? [[name, value === 0 ? 1_234_567 : value * 2] as const] : []))
      .slice(0, 3),
  ),
  facts: {},
  amounts: Object.fromEntries(
    Object.entries(amounts)
      .slice(0, 2)
      .map(([id, amount]) => [id, Math.round(amount * 1.5) + 1]),
  ),
});
