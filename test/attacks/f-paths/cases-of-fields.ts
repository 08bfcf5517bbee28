import { grantBut } from '../../flows/federation/open-grant.ts';
import { decidedAs, refusedFor } from './look-up.ts';
import { inTurn, onSample } from './on-sample.ts';
import type { HostileCase, Verdict } from './paths.ts';
import { ANALYST, DETECTIVE, FEBRUARY, JUSTICE, type SampleStage, TRANSPORT } from './sample-stage.ts';
import { onSmallFederation } from './small-federation.ts';

const CHECKPOINT = [{ __typename: 'Checkpoint', id: 'CP-001' }];
const hidesPlate = { 'CameraSighting.plate': 'deny' } as const;

/** Selects the same of one checkpoint by each way to it. */
function ofCheckpoint(selection: string) {
  return {
    query: `{ checkpoint(id: "CP-001") { ${selection} } }`,
    join: `{ roadSegment(id: "G10-001") { checkpoints { ${selection} } } }`,
    page: `query Page($after: String) { checkpoints(first: 20, after: $after) { nodes { ${selection} } } }`,
    directQuery: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Checkpoint { ${selection} } } }`,
  };
}

/** What an agency's own door gave: nothing, masked plates, or what was asked for. */
function atTheDoor(text: string): Verdict {
  const { data } = JSON.parse(text) as { data: unknown };
  if (data === null) return 'withheld';
  return /"plateNo":"..\*{5,6}"/.test(text) ? 'mask:plate.region' : 'open';
}

/** Cases about what is decided of a field, or of an input that tests one. */
export function casesOfFields(stage: () => SampleStage): readonly HostileCase[] {
  const images = ofCheckpoint('passages(first: 3) { imageUrl }');
  const plates = ofCheckpoint('passages(first: 3) { plateNo }');
  const during = ofCheckpoint(`passages(first: 3, during: ${FEBRUARY}) { id }`);
  const atCheckpoint = (query: string) =>
    ({ agency: 'checkpoint', query, keys: CHECKPOINT, judge: atTheDoor }) as const;
  return [
    {
      id: 'F1',
      title: 'a fragment on the implementer does not open what is denied there',
      verdict: 'withheld',
      paths: onSmallFederation({
        attacker: grantBut(hidesPlate),
        control: grantBut(),
        query: '{ sighting(id: "1") { ... on CameraSighting { plate } } }',
        throughInterface: '{ node(id: "1") { ... on Sighting { ... on CameraSighting { plate } } } }',
        join: '{ file { evidence { ... on Sighting { ... on CameraSighting { plate } } } } }',
        subscription: 'subscription { sighted { ... on CameraSighting { plate } } }',
        explain: { coordinate: 'CameraSighting.plate' },
      }),
    },
    {
      id: 'F2',
      title: 'the interface does not open what is denied at an implementer',
      verdict: 'withheld',
      paths: onSmallFederation({
        attacker: grantBut(hidesPlate),
        control: grantBut(),
        query: '{ sighting(id: "1") { plate } }',
        throughInterface:
          '{ found { ... on Sighting { plate } } node(id: "1") { ... on Sighting { plate } } }',
        join: '{ file { evidence { ... on Sighting { plate } } } }',
        subscription: 'subscription { sighted { plate } }',
        explain: { coordinate: 'CameraSighting.plate' },
      }),
    },
    {
      id: 'F4',
      title: 'what another agency requires of a denied field is not computed',
      verdict: 'withheld',
      paths: onSmallFederation({
        attacker: grantBut(hidesPlate),
        control: grantBut(),
        query: '{ camera(id: "1") { summary } }',
        throughInterface: '{ sighting(id: "1") { ... on CameraSighting { summary } } }',
        join: '{ file { evidence { summary } } }',
        subscription: 'subscription { seen { summary } }',
        explain: 'NEVER_BUILT',
      }),
    },
    {
      id: 'F6',
      title: 'a masked field cannot be tested by an argument',
      verdict: 'withheld',
      paths: onSample(stage, {
        attacker: TRANSPORT,
        control: ANALYST,
        judge: refusedFor('UNAUTHORIZED_ARGUMENT'),
        query: during.query,
        join: during.join,
        page: during.page,
        direct: atCheckpoint(during.directQuery),
        aggregate: {
          query: `{ checkpoint(id: "CP-001") { passageCount(during: ${FEBRUARY}) } }`,
          judge: decidedAs('Checkpoint.passageCount', () => false),
        },
        explain: { line: 'Checkpoint.passages(during:)' },
        introspect: { place: 'Checkpoint.passages(during:)' },
      }),
    },
    {
      id: 'F10',
      title: 'a masked value is masked by whatever way it comes',
      verdict: 'mask:plate.region',
      paths: {
        ...onSample(stage, {
          attacker: TRANSPORT,
          control: DETECTIVE,
          judge: decidedAs('CheckpointPassage.plateNo', (data) =>
            /"[\u4e00-\u9fff][A-Z][A-Z0-9]{5,6}"/.test(data),
          ),
          query: plates.query,
          join: plates.join,
          page: plates.page,
          direct: atCheckpoint(plates.directQuery),
          aggregate: 'COUNTS_SHOW_NO_VALUE',
          explain: { line: 'CheckpointPassage.plateNo' },
          introspect: { place: 'CheckpointPassage.plateNo' },
        }),
        ...pathsOf(
          onSmallFederation({
            attacker: grantBut({ 'CameraSighting.plate': { fn: 'plate.region' } }),
            control: grantBut(),
            query: '{ sighting(id: "1") { id: plate } }',
            throughInterface: '{ found { ... on Sighting { id: plate } } }',
            join: '{ file { evidence { id: plate } } }',
            subscription: 'subscription { sighted { id: plate } }',
            explain: { coordinate: 'CameraSighting.plate' },
          }),
          'interface',
          'subscription',
        ),
      },
    },
    {
      id: 'F11',
      title: 'a decision made for another caller of the same document is not used again',
      verdict: 'withheld',
      paths: inTurn(
        onSample(stage, {
          attacker: TRANSPORT,
          control: DETECTIVE,
          judge: decidedAs('CheckpointPassage.imageUrl', (data) => data.includes('"imageUrl":"')),
          query: images.query,
          join: images.join,
          page: images.page,
          direct: atCheckpoint(images.directQuery),
          aggregate: {
            query: `{ checkpoint(id: "CP-001") { passageCount(during: ${FEBRUARY}) } }`,
            judge: decidedAs('Checkpoint.passageCount', () => false),
          },
          explain: { line: 'CheckpointPassage.imageUrl' },
          introspect: { place: 'CheckpointPassage.imageUrl' },
        }),
      ),
    },
    {
      id: 'F13',
      title: 'a grant of the whole type does not silence the prohibition of its field',
      verdict: 'withheld',
      paths: onSample(stage, {
        attacker: JUSTICE,
        control: DETECTIVE,
        judge: decidedAs('RoadSegment.maintainer', (data) => data.includes('公路')),
        query: '{ roadSegment(id: "G10-001") { maintainer } }',
        join: '{ checkpoint(id: "CP-001") { segment { maintainer } } }',
        ofSegment: '{ maintainer }',
        page: 'query Page($after: String) { roadSegments(first: 20, after: $after) { nodes { maintainer } } }',
        direct: {
          agency: 'traffic',
          query:
            'query ($r: [_Any!]!) { _entities(representations: $r) { ... on RoadSegment { maintainer } } }',
          keys: [{ __typename: 'RoadSegment', id: 'G10-001' }],
          judge: atTheDoor,
        },
        aggregate: {
          query: `{ roadSegment(id: "G10-001") { gantryCount(during: ${FEBRUARY}) } }`,
          judge: decidedAs('RoadSegment.gantryCount', () => false),
        },
        explain: { line: 'RoadSegment.maintainer' },
        introspect: { place: 'RoadSegment.maintainer' },
      }),
    },
  ];
}

/** Some of a case's paths, to put beside others. */
function pathsOf<Name extends keyof HostileCase['paths']>(
  paths: HostileCase['paths'],
  ...names: readonly Name[]
): Pick<HostileCase['paths'], Name> {
  return Object.fromEntries(names.map((name) => [name, paths[name]])) as Pick<HostileCase['paths'], Name>;
}
