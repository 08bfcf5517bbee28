import { readFileSync } from 'node:fs';
import { parse, printSchema } from 'graphql';
import { composeSupergraph, openFederation, type Planner } from '../../../src/federation/index.ts';
import { expectRefused } from './expect-refused.ts';

const DIRECTIVES = readFileSync('schema/directives.graphql', 'utf8');
const NAMES = ['traffic', 'checkpoint', 'mediation', 'oversight'];

const ownSchema = (name: string) => ({
  name,
  document: parse(`${DIRECTIVES}\n${readFileSync(`schema/${name}.graphql`, 'utf8')}`),
});
const smallSchema = (name: string, sdl: string) => ({ name, document: parse(DIRECTIVES + sdl) });
const planner: Planner = { plan: () => Promise.resolve({}), close: () => Promise.resolve() };
const idle = (name: string) => ({ name, execute: async () => ({ data: null }) });

describe('composing a supergraph', () => {
  it('joins the four agencies of this gateway, whose own directives do not stand in the way', () => {
    const supergraphSdl = composeSupergraph(NAMES.map(ownSchema));
    const { consumerSchema } = openFederation({
      supergraphSdl,
      subgraphs: NAMES.map(idle),
      planner,
      onFault: () => undefined,
    });
    const fields = Object.keys(consumerSchema.getQueryType()?.getFields() ?? {});
    expect(fields).toEqual(
      expect.arrayContaining(['roadSegments', 'checkpoints', 'mediationCases', 'agreements']),
    );
    expect(printSchema(consumerSchema)).not.toMatch(/join__|link__|_entities|@key|@sensitivity/);
  });

  it('leaves out what is classified', () => {
    const supergraphSdl = composeSupergraph(NAMES.map(ownSchema));
    expect(supergraphSdl).toContain('type GantryPassage');
    expect(supergraphSdl).not.toMatch(/\baccount: String\b|classified/);
  });

  it('says which field keeps two schemas from joining', () => {
    const schemas = [
      smallSchema('a', 'type Query { user: User } type User @key(fields: "id") { id: ID! name: String }'),
      smallSchema('b', 'type User @key(fields: "email") { email: ID! karma: Int }'),
    ];
    expectRefused(() => composeSupergraph(schemas), 'SCHEMA_INVALID', /cannot be satisfied[^]*karma/);
  });

  it('refuses two subgraphs of one name', () => {
    const schemas = [smallSchema('a', 'type Query { x: Int }'), smallSchema('a', 'type Query { y: Int }')];
    expectRefused(() => composeSupergraph(schemas), 'SCHEMA_INVALID', /called a/);
  });
});

describe('opening a federation', () => {
  const supergraphSdl = composeSupergraph([smallSchema('far-away', 'type Query { x: Int }')]);

  it('refuses to start without a subgraph that the supergraph names', () => {
    const open = () => openFederation({ supergraphSdl, subgraphs: [], planner, onFault: () => undefined });
    expectRefused(open, 'SCHEMA_INVALID', /far-away/);
  });

  it.each([['type Query { x: Int }'], ['no schema at all {{{']])(
    'refuses %j, which is no supergraph',
    (sdl) => {
      const open = () =>
        openFederation({ supergraphSdl: sdl, subgraphs: [], planner, onFault: () => undefined });
      expectRefused(open, 'SCHEMA_INVALID', /Compose it/);
    },
  );
});
