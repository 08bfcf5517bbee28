/** A caller of the sample, for whom a request is shown. */
export interface ExampleCaller {
  readonly name: string;
  readonly title: string;
  readonly purpose: string | null;
  readonly token: string | null;
}

const QUERY =
  '{ roadSegments(first: 2, filter: {divisionCode: "150724"}) { nodes { id roadName technicalGrade ' +
  'checkpoints { name passages(first: 1) { passTime plateNo } } } } }';

const AUDIT_QUERY =
  '{ disclosureRecords(first: 5) { nodes { index recordedAt agency role purpose code rowCount } } }';

const AGREEMENT_QUERY = '{ agreements(first: 5) { nodes { uid version assigner assignee purposes } } }';

const QUERY_OF: Readonly<Record<string, string>> = { auditor: AUDIT_QUERY, steward: AGREEMENT_QUERY };

/** One request for each caller, ready to paste into a shell. */
export function requestExamples(url: string, callers: readonly ExampleCaller[]): string {
  return callers.map((caller) => `# ${caller.title}\n${curlCommand(url, caller)}\n`).join('\n');
}

function curlCommand(url: string, { name, purpose, token }: ExampleCaller): string {
  const headers = [
    'content-type: application/json',
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
    ...(purpose === null ? [] : [`lukou-purpose: ${purpose}`]),
  ];
  const body = JSON.stringify({ query: QUERY_OF[name] ?? QUERY });
  return ['curl -s', ...headers.map((header) => `-H '${header}'`), `-d '${body}'`, url].join(' ');
}
