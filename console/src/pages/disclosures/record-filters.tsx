import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../../i18n/index.ts';
import { STAGES } from '../../records/index.ts';
import { PURPOSES, useSignedIn } from '../../session/index.ts';
import { lastMonth, recentDays, thisMonth } from '../../time/index.ts';
import { choicesOf, type Filter, FilterBar, roleWords, type UrlState } from '../../ui/index.ts';
import { DEFAULTS } from './filter.ts';
import { decisionWords, disclosuresWords } from './words.ts';

type Name = keyof typeof DEFAULTS;

/** Which records are asked for: what is chosen often in view, the rest behind it. */
export function RecordFilters({
  state,
  change,
}: {
  readonly state: UrlState<Name>;
  readonly change: (some: Partial<UrlState<Name>>) => void;
}): ReactNode {
  const words = useWords(disclosuresWords);
  const [often, seldom] = useFilters();
  const [nowMs] = useState(() => Date.now());
  const presets = [
    { label: words.lastMonth, days: lastMonth(nowMs) },
    { label: words.thisMonth, days: thisMonth(nowMs) },
    { label: words.lastWeek, days: recentDays(7, nowMs) },
  ];
  const isNarrower = seldom.some(({ name }) => state[name] !== '');
  return (
    <>
      <div className="row" role="group" aria-label={words.span}>
        {presets.map(({ label, days }) => (
          <button
            key={label}
            type="button"
            className="button"
            aria-pressed={days.from === state.from && days.to === state.to}
            onClick={() => change(days)}
          >
            {label}
          </button>
        ))}
      </div>
      <FilterBar label={words.filters} filters={often} defaults={DEFAULTS} state={state} change={change} />
      <details className="disclosures-more" open={isNarrower}>
        <summary>{words.moreFilters}</summary>
        <FilterBar
          label={words.moreFilters}
          filters={seldom}
          defaults={DEFAULTS}
          state={state}
          change={change}
        />
      </details>
    </>
  );
}

function useFilters(): readonly [often: readonly Filter<Name>[], seldom: readonly Filter<Name>[]] {
  const words = useWords(disclosuresWords);
  const roles = useWords(roleWords);
  const decisions = useWords(decisionWords);
  const { language } = useLanguage();
  const { role } = useSignedIn();
  const yesOrNo = choicesOf({ yes: words.yes, no: words.no });
  const named = (of: Readonly<Record<string, Readonly<Record<typeof language, string>>>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label: label[language] }));
  return [
    [
      { name: 'from', label: words.from, type: 'date' },
      { name: 'to', label: words.to, type: 'date' },
      { name: 'coordinate', label: words.coordinate, placeholder: 'CheckpointPassage.plateNo' },
      { name: 'decision', label: words.decision, choices: choicesOf(decisions) },
      { name: 'hasCase', label: words.hasCase, choices: yesOrNo },
      { name: 'agency', label: words.agency, placeholder: 'AG-JUSTICE-BUREAU' },
      { name: 'purpose', label: words.purpose, choices: named(PURPOSES) },
      { name: 'caseReference', label: words.caseReference },
    ],
    [
      { name: 'role', label: words.role, choices: choicesOf(roles) },
      { name: 'caller', label: words.caller, placeholder: 'p1_…' },
      { name: 'agreement', label: words.agreement, placeholder: 'urn:agr:…' },
      { name: 'code', label: words.code, placeholder: 'OK' },
      { name: 'stage', label: words.stage, choices: named(STAGES) },
      { name: 'breakGlass', label: words.breakGlass, choices: yesOrNo },
      { name: 'log', label: words.log, placeholder: 'gateway' },
      // Which divisions were open is told to auditors alone.
      ...(role === 'auditor'
        ? [{ name: 'division', label: words.division, placeholder: '150724' } as const]
        : []),
    ],
  ];
}
