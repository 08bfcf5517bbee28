import { readSupergraphFile } from '../../src/wiring/index.ts';

const GOOD = `subgraphs:
  - name: traffic
    local: true
  - name: mediation
    url: https://mediation.example:8443/graphql
    timeoutMs: 3000
    http2: true
    tls: { ca: ca.pem, cert: gateway.pem, key: gateway.key }
  - name: weather
    url: http://127.0.0.1:4500/graphql
    foreign: true
    schema: weather.graphql
`;

it('lists subgraphs here, elsewhere, and foreign ones', () => {
  expect(readSupergraphFile(GOOD, 'supergraph.yaml')).toEqual([
    { kind: 'local', name: 'traffic', schema: null },
    {
      kind: 'remote',
      name: 'mediation',
      schema: null,
      reach: {
        url: 'https://mediation.example:8443/graphql',
        timeoutMs: 3000,
        http2: true,
        tls: { ca: 'ca.pem', cert: 'gateway.pem', key: 'gateway.key' },
      },
    },
    {
      kind: 'foreign',
      name: 'weather',
      schema: 'weather.graphql',
      reach: { url: 'http://127.0.0.1:4500/graphql' },
    },
  ]);
});

// Each line breaks one place: the message names it as file:line:column, and what to write.
it.each([
  [
    'subgraphs:',
    'subgraph:',
    /supergraph\.yaml:1:1: "subgraphs" is missing[^]*supergraph\.yaml:1:1: "subgraph" is no key here/,
  ],
  [
    '- name: traffic',
    '- nome: traffic',
    /supergraph\.yaml:2:\d+: "name" is missing[^]*supergraph\.yaml:2:5: "nome" is no key here/,
  ],
  ['name: traffic', 'name: Traffic', /supergraph\.yaml:2:5: "name" is made of lower-case letters/],
  ['name: traffic', 'name: mediation', /supergraph\.yaml:4:5: mediation is listed twice/],
  ['local: true', 'local: yes please', /supergraph\.yaml:3:5: "local" is true/],
  ['local: true', 'local: true\n    url: https://x.example', /supergraph\.yaml:4:5: "url" is no key here/],
  [
    'https://mediation.example:8443/graphql',
    'mediation.example',
    /supergraph\.yaml:5:5: "url" is an address/,
  ],
  [
    'https://mediation',
    'http://mediation',
    /supergraph\.yaml:5:5: "url" goes over a network, so begin it with https:/,
  ],
  [
    'timeoutMs: 3000',
    'timeoutMs: soon',
    /supergraph\.yaml:6:5: "timeoutMs" is a whole number of milliseconds/,
  ],
  [
    'timeoutMs: 3000',
    'timeoutMs: 1',
    /supergraph\.yaml:6:5: "timeoutMs" is a whole number of milliseconds, from 50/,
  ],
  ['timeoutMs: 3000', 'timeoutMS: 3000', /supergraph\.yaml:6:5: "timeoutMS" is no key here/],
  ['ca: ca.pem', 'ca: 7', /supergraph\.yaml:8:12: "ca" is the path of a file/],
  ['\n    schema: weather.graphql', '', /supergraph\.yaml:9:5: "schema" is missing/],
  ['foreign: true', 'foreign: false', /supergraph\.yaml:11:5: "foreign" is true/],
  ['local: true', 'local: true\n    local: true', /supergraph\.yaml:4:5: Map keys must be unique/],
  ['local: true', 'local: [true', /supergraph\.yaml:\d+:\d+: /],
  [/[^]*/, '', /supergraph\.yaml:1:1: begin with "subgraphs:"/],
  [/- [^]*/, '[]', /supergraph\.yaml:1:1: "subgraphs" lists at least one/],
])('%j instead of %j is refused with its place', (find, replacement, message) => {
  const text = GOOD.replace(find as string, replacement);
  expect(text).not.toBe(GOOD);
  const read = (): unknown => readSupergraphFile(text, 'supergraph.yaml');
  expect(read).toThrow(expect.objectContaining({ code: 'SETTING_INVALID' }));
  expect(read).toThrow(message);
});

it('says everything that is wrong at once', () => {
  const text = GOOD.replace('name: traffic', 'name: 7').replace('timeoutMs: 3000', 'timeoutMs: 1');
  expect(() => readSupergraphFile(text, 'supergraph.yaml')).toThrow(
    /supergraph\.yaml:2:5[^]*supergraph\.yaml:6:5/,
  );
});
