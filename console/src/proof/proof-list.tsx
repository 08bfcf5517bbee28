import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { Badge } from '../ui/index.ts';
import './proof.css';
import type { Step } from './verify-record.ts';
import { proofWords } from './words.ts';

/** What all steps together come to, in words of the page that shows it. */
export function ProofVerdict({
  steps,
  whole,
  broken,
}: {
  readonly steps: readonly Step[];
  readonly whole: string;
  readonly broken: string;
}): ReactNode {
  const isBroken = steps.some(({ outcome }) => outcome === 'broken');
  return (
    <p role="status" className="proof-verdict" data-broken={isBroken}>
      {isBroken ? broken : whole}
    </p>
  );
}

/** Each step of a verification, and what it came to. */
export function ProofList({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  return (
    <ol className="proof-steps">
      {steps.map((step) => (
        <ShownStep key={step.name} step={step} />
      ))}
    </ol>
  );
}

function ShownStep({ step: { name, outcome, detail } }: { readonly step: Step }): ReactNode {
  const words = useWords(proofWords);
  const nothing = name === 'witnesses' && outcome === 'none' ? words.noWitness : '';
  return (
    <li>
      <div className="row">
        {outcome === 'good' && <Badge tone="allow">{words.good}</Badge>}
        {outcome === 'broken' && <Badge tone="deny">{words.bad}</Badge>}
        {outcome === 'none' && <Badge>{words.none}</Badge>}
        {words[name]}
      </div>
      {(detail || nothing) !== '' && <code className="small soft">{detail || nothing}</code>}
    </li>
  );
}
