import type { DeadlinePolicy, Span } from './deadlines/deadline-policy.ts';
import type { Guard, Machine } from './machine.ts';

/** A machine as a diagram (mermaid) and two tables, for docs/loops.md. */
export function describeMachine(machine: Machine, policy: DeadlinePolicy): string {
  const deadlines = policy.rules.filter(({ machine: name }) => name === machine.name);
  return [
    `## ${machine.name} (${machine.zh})`,
    `Version ${machine.version}. Source: ${machine.source}. Overdue items go up to: ${machine.parties[machine.supervisor]}.`,
    `\`\`\`mermaid\n${drawDiagram(machine)}\n\`\`\``,
    table(
      ['from', 'to', 'by', 'where'],
      machine.transitions.map(({ from, to, by, guards = [] }) => [
        from,
        `${to} ${machine.states[to]!.zh}`,
        by.join(', '),
        guards.map(describeGuard).join('; '),
      ]),
    ),
    ...(deadlines.length === 0
      ? []
      : [
          table(
            ['in state', 'at most', 'source'],
            deadlines.map(({ state, level, span, source }) => [
              level === undefined ? state : `${state} (${level})`,
              describeSpan(span),
              source,
            ]),
          ),
        ]),
  ].join('\n\n');
}

function drawDiagram({ states, transitions }: Machine): string {
  const firsts = Object.entries(states).filter(([, { isFirst }]) => isFirst === true);
  const lasts = Object.entries(states).filter(([, { isLast }]) => isLast === true);
  return [
    'stateDiagram-v2',
    ...firsts.map(([name]) => `[*] --> ${name}`),
    ...transitions.map(({ from, to, by }) => `${from} --> ${to}: ${by.join(', ')}`),
    ...lasts.map(([name]) => `${name} --> [*]`),
  ].join('\n  ');
}

/** What must hold, in words. */
export function describeGuard(guard: Guard): string {
  switch (guard.kind) {
    case 'other-person':
      return `another person than who brought it to ${guard.than}`;
    case 'other-agency':
      return `another agency than the one that brought it to ${guard.than}`;
    case 'within':
      return `within ${guard.days} days after ${guard.after}`;
    case 'only-if':
      return guard.is ? `only if ${guard.fact}` : `only if not ${guard.fact}`;
    case 'never-before':
      return `only if it was never ${guard.state} before`;
  }
}

function describeSpan(span: Span): string {
  if ('until' in span) return `until ${span.until}`;
  if ('hours' in span) return `${span.hours} h`;
  if ('days' in span) return `${span.days} days`;
  return span.workingDays === 0 ? 'the same day' : `${span.workingDays} working days`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
