// The floors of Lukou: imports point down only. docs/architecture.md says what lives where.
const RULES = '(base|classification|agreement|masking|merkle|loops|scoring|tracing)';
const FLOWS = '(request|ingest)';
const DOORS = '(http|cli|console)';
const ADAPTERS = '(storage|federation|nats)';
const TOP = '(wiring/|main\\.ts|config\\.ts)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Knowledge points one way.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'front-door-only',
      severity: 'error',
      comment: 'A folder is entered through its index.ts.',
      from: { path: '^(src/[^/]+|resolvers|test|bench)/' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: ['^src/[^/]+/index\\.ts$', '^$1/', '^src/generated/'],
      },
    },
    {
      name: 'base-knows-nobody',
      severity: 'error',
      from: { path: '^src/base/' },
      to: { path: '^(src/(?!base/)|resolvers/)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'A decision can be replayed from its inputs alone.',
      from: { path: `^src/${RULES}/` },
      to: {
        path: [
          `^src/(?!${RULES}/)`,
          '^resolvers/',
          '^(node:)?(fs|net|http|https|child_process|worker_threads|process)(/|$)',
          'node_modules/(?!zod/|graphql/)',
        ],
      },
    },
    {
      name: 'the-sample-is-pure',
      severity: 'error',
      comment: 'Invented records are made from a seed alone; of the ingest flow they know the record types.',
      from: { path: '^src/sample/' },
      to: {
        path: [
          '^src/(?!sample/|base/|ingest/)',
          '^resolvers/',
          '^(node:)?(fs|net|http|https|child_process|worker_threads|process)(/|$)',
          'node_modules/',
        ],
      },
    },
    {
      name: 'the-sample-sees-ingest-as-types',
      severity: 'error',
      from: { path: '^src/sample/' },
      to: { path: '^src/ingest/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-verifier-stands-alone',
      severity: 'error',
      comment: 'An auditor reads and runs one file: it needs nothing of Lukou, and no package.',
      from: { path: '^src/verify/' },
      to: { pathNot: '^src/verify/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'merkle-knows-no-law',
      severity: 'error',
      from: { path: '^src/merkle/' },
      to: { path: '^src/(?!merkle/|base/)' },
    },
    {
      name: 'the-register-stands-alone',
      severity: 'error',
      comment:
        'The offline ledger shares three rules folders with what is online, and cannot speak to any machine.',
      from: { path: '^src/register/' },
      to: {
        path: [
          '^src/(?!(register|base|merkle|classification)/)',
          '^resolvers/',
          '^(node:)?(net|http|http2|https|dgram|tls|dns|inspector|child_process|cluster)(/|$)',
          'node_modules/(?!(commander|zod|@types/node)/)',
        ],
      },
    },
    {
      name: 'nothing-online-knows-the-register',
      severity: 'error',
      from: { path: '^(src|resolvers)/', pathNot: '^src/register/' },
      to: { path: '^src/register/' },
    },
    {
      name: 'only-storage-speaks-sql',
      severity: 'error',
      from: { pathNot: '^src/storage/|^test/|^bench/|node_modules' },
      to: { path: 'node_modules/(pg|pg-copy-streams)/' },
    },
    {
      name: 'only-http-knows-apollo',
      severity: 'error',
      from: { pathNot: '^src/http/|^bench/|node_modules' },
      to: { path: 'node_modules/@apollo/' },
    },
    {
      name: 'only-nats-knows-nats',
      severity: 'error',
      from: { pathNot: '^src/nats/|^test/|^bench/|node_modules' },
      to: { path: 'node_modules/@nats-io/' },
    },
    {
      name: 'resolvers-decide-nothing',
      severity: 'error',
      comment: 'Permission is settled before a resolver runs.',
      from: { path: '^resolvers/' },
      to: { path: '^src/(?!base/|generated/|storage/index\\.ts)|node_modules/(?!graphql/)' },
    },
    {
      name: 'resolvers-see-storage-as-types',
      severity: 'error',
      from: { path: '^resolvers/' },
      to: { path: '^src/(storage|generated)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'flows-use-ports',
      severity: 'error',
      comment: 'A flow names what it needs; the wiring brings it.',
      from: { path: `^src/${FLOWS}/` },
      to: { path: `^(src/(${ADAPTERS}|${DOORS})/|resolvers/|src/${TOP})` },
    },
    {
      name: 'flows-are-siblings',
      severity: 'error',
      from: { path: '^src/(request|ingest)/' },
      to: { path: '^src/(request|ingest)/', pathNot: '^src/$1/' },
    },
    {
      name: 'adapters-never-look-up',
      severity: 'error',
      comment: 'Adapters implement ports.',
      from: { path: `^src/${ADAPTERS}/` },
      to: { path: `^src/(${DOORS}/|${TOP})` },
    },
    {
      name: 'adapters-see-flows-as-types',
      severity: 'error',
      from: { path: `^src/${ADAPTERS}/` },
      to: { path: '^src/(request|ingest|audit|identity)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'services-look-down',
      severity: 'error',
      from: { path: '^src/(audit|identity|witness)/' },
      to: { path: [`^src/(${ADAPTERS}|${FLOWS}|${DOORS})/`, `^src/${TOP}`, '^resolvers/'] },
    },
    {
      name: 'adapters-are-strangers',
      severity: 'error',
      from: { path: `^src/${ADAPTERS}/` },
      to: { path: `^src/${ADAPTERS}/`, pathNot: '^src/$1/' },
    },
    {
      name: 'resolvers-are-handed-in',
      severity: 'error',
      comment: 'Only the wiring picks them up.',
      from: { pathNot: '^(src/wiring/|resolvers/|test/|bench/)' },
      to: { path: '^resolvers/' },
    },
    {
      name: 'doors-never-touch-storage',
      severity: 'error',
      from: { path: `^src/${DOORS}/` },
      to: { path: `^(src/${ADAPTERS}/|resolvers/)` },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: {},
      to: { path: '^src/(register/)?main\\.ts$' },
    },
    {
      name: 'only-main-sees-the-wiring',
      severity: 'error',
      from: { pathNot: '^(src/main\\.ts$|src/wiring/|test/|bench/)' },
      to: { path: '^src/wiring/' },
    },
    {
      name: 'config-stops-at-the-top',
      severity: 'error',
      from: { pathNot: '^(src/main\\.ts|src/wiring/|test/|bench/)' },
      to: { path: '^src/config\\.ts$' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(src|resolvers)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'the-console-stands-alone',
      severity: 'error',
      comment: 'It runs in a browser, and knows of the gateway what the schema says.',
      from: { path: '^console/' },
      to: { path: '^(src|resolvers|test|bench)/' },
    },
    {
      name: 'nothing-imports-the-console',
      severity: 'error',
      comment:
        'The gateway serves its built files. Its own tests see whether they are stale, and try what needs no browser.',
      from: { path: '^(src|resolvers|bench|test)/', pathNot: '^test/(rules/)?console/' },
      to: { path: '^console/', pathNot: '^console/build/digest-sources\\.ts$' },
    },
    {
      name: 'pages-are-strangers',
      severity: 'error',
      comment: 'A page of the console uses the shared pieces, and no other page.',
      from: { path: '^console/src/pages/([^/]+)/' },
      to: { path: '^console/src/pages/([^/]+)/', pathNot: '^console/src/pages/$1/' },
    },
    {
      name: 'shared-pieces-know-no-page',
      severity: 'error',
      from: { path: '^console/src/(graphql|i18n|proof|records|session|shell|time|ui)/' },
      to: { path: '^console/src/pages/', pathNot: '^console/src/pages/page\\.ts$' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      // A package of types alone has nothing that could be resolved.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^test/',
          '^bench/',
          '^console/build\\.mjs$',
          '^console/dist/',
          '^console/src/pages/explorer/editor/',
        ],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
