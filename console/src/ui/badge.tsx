import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { uiWords } from './words.ts';

/** How a field was decided. */
export type Decision = 'allow' | 'mask' | 'pointer' | 'statistic' | 'deny';

/** Colours of {@link Badge}; without one it is grey. */
export type Tone = Decision;

// Each decision has a shape of its own, so that nothing rests on colour alone.
const SHAPES: Readonly<Record<Decision, string>> = {
  allow: 'M2 6.5 4.8 9 10 3',
  mask: 'M1.5 6h2.2M5 6h2.2M8.4 6h2.2',
  pointer: 'M2 6h7M6.5 3 9.5 6l-3 3',
  statistic: 'M2.5 10V7M6 10V2M9.5 10V5',
  deny: 'M3 3l6 6M9 3 3 9',
};

// How records write that a field was not read but used: `match:allow`, `filter:deny:PURPOSE`.
const USE = /^(?:filter|match|sort|aggregate|group|act):/;

/** The kind of a decision as answers, records and explanations write it: `mask:plate-head` is `mask`, `ALLOW` is `allow`. */
export function decisionOf(written: string): Decision {
  const [kind = ''] = written.toLowerCase().replace(USE, '').split(':');
  return isDecision(kind) ? kind : 'deny';
}

function isDecision(kind: string): kind is Decision {
  return Object.hasOwn(SHAPES, kind);
}

/** A decision, named and coloured, with what stands behind its colon, such as the mask; or how many there are of it. */
export function DecisionBadge({
  decision,
  count,
}: {
  readonly decision: string;
  readonly count?: number;
}): ReactNode {
  const words = useWords(uiWords);
  const kind = decisionOf(decision);
  const [use = ''] = USE.exec(decision) ?? [];
  const [, ...details] = decision.slice(use.length).split(':');
  const detail = `${use.slice(0, -1)} ${details.join(':')}`.trim();
  return (
    <Badge tone={kind} shape={SHAPES[kind]}>
      {words[kind]}
      {count !== undefined && ` ${count}`}
      {detail !== '' && <code>{detail}</code>}
    </Badge>
  );
}

/** A short word in a frame. */
export function Badge({
  tone,
  shape,
  children,
}: {
  readonly tone?: Tone;
  readonly shape?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className="badge" data-tone={tone}>
      {shape !== undefined && (
        <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
          <path d={shape} />
        </svg>
      )}
      {children}
    </span>
  );
}
