/** A caller of the sample, for whom a request is shown. */
export interface ExampleCaller {
  readonly name: string;
  readonly title: string;
  readonly purpose: string | null;
  readonly token: string | null;
}

const CHECKPOINT =
  '{ checkpoint(id: "CP-004") { name segment { roadName aadt } ' +
  'passages(first: 1) { passTime plateNo speedKph imageUrl } } }';

const QUERIES: Readonly<Record<string, string>> = {
  analyst: CHECKPOINT,
  transport: CHECKPOINT,
  justice:
    '{ mediationCases(first: 1) { nodes { caseNo disputeKind facts roadEvent { eventKind validFrom } } } }',
  detention: '{ detentionMediations(first: 1) { nodes { status releaseAt mediationCase { disputeKind } } } }',
  'womens-federation': '{ jointWarnings(first: 5) { id level divisionCode handlingUnit dueAt } }',
  auditor: '{ disclosureRecords(first: 5) { nodes { index recordedAt agency role purpose code rowCount } } }',
  steward: '{ agreements(first: 5) { nodes { uid version assigner assignee purposes } } }',
  'justice-steward':
    '{ breakGlassUses(first: 5) { nodes { state overdue agency reason caseReference dueAt } } }',
  public: '{ roadEvents(first: 2) { nodes { eventKind roadCode surfaceCondition validFrom validTo } } }',
};

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
  const body = JSON.stringify({ query: QUERIES[name] });
  return ['curl -s', ...headers.map((header) => `-H '${header}'`), `-d '${body}'`, url].join(' ');
}
