/** Why a sitting is not simply gone on with. */
export type GateAsks =
  | { readonly kind: 'version'; readonly from: number; readonly to: number; readonly fits: number; readonly all: number }
  | { readonly kind: 'link-version'; readonly from: number; readonly to: number }
  | { readonly kind: 'damaged' | 'link-damaged' | 'shared' }
  | { readonly kind: 'seats'; readonly saved: 'all' | 'insured' };
