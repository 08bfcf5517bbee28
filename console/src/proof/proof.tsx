import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { Badge, Loading } from '../ui/index.ts';
import './proof.css';
import { useSteps } from './use-steps.ts';
import type { Step } from './verify-record.ts';
import { proofWords } from './words.ts';

/** What a verification in this browser came to, in words of the page that shows it, and each of its steps. */
export function Proof({
  verify,
  whole,
  broken,
}: {
  /** Keep it in a `useCallback`. */
  readonly verify: () => Promise<readonly Step[]>;
  readonly whole: string;
  readonly broken: string;
}): ReactNode {
  const steps = useSteps(verify);
  if (steps === null) return <Loading />;
  const isBroken = steps.some(({ outcome }) => outcome === 'broken');
  return (
    <>
      <p role="status" className="proof-verdict" data-broken={isBroken}>
        {isBroken ? broken : whole}
      </p>
      <ol className="proof-steps">
        {steps.map((step) => (
          <ShownStep key={step.name} step={step} />
        ))}
      </ol>
    </>
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
