/** Of what provenance alone figures are shown in full: 資料, 仮定, 計算; or all of them. */
export type Only = 'all' | 'document' | 'assumed' | 'computed';
