/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  transform: {},
  testRunner: '<rootDir>/test/runner/run-natively.mts',
};

export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  workerIdleMemoryLimit: '512MB',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', 'resolvers/**/*.ts', '!src/generated/**'],
  projects: [
    { ...common, displayName: 'rules', testMatch: ['<rootDir>/test/rules/**/*.test.ts'] },
    {
      ...common,
      displayName: 'system',
      // Real servers start in these, also on a busy machine.
      testTimeout: 60_000,
      testMatch: [
        '<rootDir>/test/{flows,storage,scenarios,faults,attacks,conformance,docs,cli,console}/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/test/postgres/start-cluster.mts',
      globalTeardown: '<rootDir>/test/postgres/stop-cluster.mts',
    },
  ],
};
