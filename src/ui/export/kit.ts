import type { Component } from 'svelte';
import type { Leaflet } from '#view/leaflet.ts';
import type { Fit } from './fits.ts';

export type Sheet = Component<{ leaflet: Leaflet; fit: Fit }>;

let loaded: Sheet | undefined;
/** Whether a person has moved, touched or typed: from then on a screen brings what paper needs along. */
let somebody = false;

const loadSheet = async (): Promise<void> => {
  loaded = (await import('./LeafletSheet.svelte')).default;
};

/** The printed page where its code is loaded already: printing cannot wait. */
export const sheet = (): Sheet | undefined => loaded;

export const isSomebody = (): boolean => somebody;
export const noticed = (): void => {
  somebody = true;
};

/** A leaflet that can be made once its code is here, which comes when somebody seems about to take it along. */
export interface Taking {
  readonly load: () => Promise<void>;
  /** The leaflet of this moment; null while its code is not here. */
  readonly make: () => Leaflet | null;
}

/** The leaflet of a screen: how its code is fetched, and how it makes one. What could not be fetched is asked for again. */
export const taking = <Code>(fetch: () => Promise<Code>, make: (code: Code) => Leaflet): Taking => {
  let code: Code | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    try {
      [code] = await Promise.all([fetch(), loadSheet()]);
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
  return { load: () => (loading ??= load()), make: () => (code === undefined ? null : make(code)) };
};
