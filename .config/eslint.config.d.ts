interface Room {
  readonly name: string;
  readonly sees: readonly string[];
  readonly types: readonly string[];
}
export const rooms: readonly Room[];
declare const config: readonly unknown[];
export default config;
