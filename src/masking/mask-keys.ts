/** Where token masks take their keys from. */
export interface MaskKeys {
  /** The key for one domain; the caller derives it per agreement, domain and epoch, so tokens join only within. */
  tokenKey(domain: string): Uint8Array;
}
