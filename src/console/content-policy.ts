// The query editor writes its colours and the place of each line as inline styles; nothing else of the console does.
// It is a document of its own, so that no other page allows them (docs/decisions/0010-console.md).
const PAGES_WITH_INLINE_STYLES: ReadonlySet<string> = new Set(['explorer']);

/** What a document of the console may load and ask, as Content-Security-Policy. */
export function contentPolicy(page: string, issuerOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${PAGES_WITH_INLINE_STYLES.has(page) ? " 'unsafe-inline'" : ''}`,
    // MapLibre draws its small pictures from blobs of its own making.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ['connect-src', "'self'", ...issuerOrigins].join(' '),
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers that everything under `/console/` carries. */
export const GUARDING_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;
