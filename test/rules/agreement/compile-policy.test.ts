import { compile, complaintOf, draft, permit, permitWith, type Draft } from './fixture.ts';

const all = (...types: string[]): Draft => Object.fromEntries(types.map((type) => [type, 'all']));
const granting = (...permission: Draft[]): Draft => draft({ permission });
const row = permit('r1', 'read', 'Passage.speed');

it('an agreement in order compiles', () => {
  expect(complaintOf(draft())).toBe('');
});

it('the digest does not depend on the order of the files, but on what they say', () => {
  const other = draft({ uid: 'urn:agr:test:x:2', assignee: 'AG-X' });
  expect(compile(draft(), other).digest).toBe(compile(other, draft()).digest);
  expect(compile(draft()).digest).not.toBe(compile(draft({ version: 2 })).digest);
});

// Each line is an agreement with one fault; what is in order is their positive control.
it.each<[string, Draft, RegExp]>([
  [
    'an unknown field, with the nearest name',
    granting(permit('p1', 'read', 'Road.nmae')),
    /0\.yaml: p1: Road\.nmae is not in the schema\. Did you mean Road\.name\?/,
  ],
  [
    'an unknown field that resembles none',
    granting(permit('p1', 'read', 'Xylophone.colour')),
    /Xylophone\.colour is not in the schema\.$/,
  ],
  [
    'a classified field',
    granting(permit('p1', 'read', 'Passage.account')),
    /p1: Passage\.account is not in the schema/,
  ],
  [
    'an unknown field in a prohibition',
    draft({ prohibition: [permit('x1', 'read', 'Road.nmae')] }),
    /x1: Road\.nmae is not in the schema/,
  ],
  [
    'another agency’s field',
    granting(permit('p1', 'read', 'Case.kind')),
    /p1: Case\.kind belongs to AG-CASES/,
  ],
  [
    'another agency’s field on one’s own type',
    granting(permit('p1', 'read', 'Road.cases')),
    /p1: Road\.cases belongs to AG-CASES/,
  ],
  [
    'an assigner without any field',
    draft({ assigner: 'AG-ROAD' }),
    /AG-ROAD owns no field of the schema\. Did you mean AG-ROADS\?/,
  ],
  [
    'a field without data of its own',
    granting(permit('p1', 'read', 'RoadConnection.nodes')),
    /granted with the field that returns it/,
  ],
  [
    'a wildcard over fields above INTERNAL',
    { ...granting(permit('p1', 'read', 'Passage.*')), rows: all('Passage') },
    /Passage\.\* would open fields above INTERNAL \(Passage\.at, Passage\.image, Passage\.plate\)/,
  ],
  [
    'a wildcard over no type',
    granting(permit('p1', 'read', 'Rood.*')),
    /Rood\.\* names no type of the schema\. Did you mean Road\?/,
  ],
  [
    'a wildcard over nothing of one’s own',
    granting(permit('p1', 'read', 'Case.*')),
    /Case\.\* names no field that AG-ROADS decides about/,
  ],
  [
    'one field in two permissions',
    granting(permit('p1', 'read', 'Road.id', 'Road.name'), permit('p2', 'read', 'Road.name')),
    /p2: p1 already decides who may read Road\.name/,
  ],
  [
    'a mask that does not fit',
    {
      ...granting(permitWith({ mask: { fn: 'plate.region' } }, 'p1', 'read', 'Passage.at')),
      rows: all('Passage'),
    },
    /p1: plate\.region cannot mask Passage\.at: it holds DateTime/,
  ],
  [
    'a mask on an object',
    {
      ...granting(permitWith({ mask: { fn: 'redact' } }, 'p1', 'read', 'Passage.camera')),
      rows: all('Passage'),
    },
    /it holds Camera; mask the fields of that type instead/,
  ],
  [
    'a mask on a list',
    {
      ...granting(permitWith({ mask: { fn: 'text.redact' } }, 'p1', 'read', 'Passage.tags')),
      rows: all('Passage'),
    },
    /it holds a list; only redact masks lists/,
  ],
  [
    'a mask on a field that is never null',
    granting(permitWith({ mask: { fn: 'redact' } }, 'p1', 'read', 'Road.id')),
    /the field is never null/,
  ],
  [
    'a filter on a masked field',
    {
      ...granting(
        permitWith({ mask: { fn: 'plate.region' } }, 'p1', 'read', 'Passage.plate'),
        permit('p2', 'filter', 'Passage.plate'),
      ),
      rows: all('Passage'),
    },
    /p2: to filter by Passage\.plate, let it be read in clear/,
  ],
  [
    'a sort by a hidden field',
    granting(permit('p1', 'read', 'Road.id'), permit('p2', 'sort', 'Road.name')),
    /p2: to sort by Road\.name, let it be read in clear/,
  ],
  [
    'rows left unsaid',
    granting(row),
    /rows: r1 grants Passage\.speed, so say which rows of Passage are open/,
  ],
  [
    'rows left unsaid behind a derived field',
    granting(permit('p1', 'read', 'Road.id', 'Road.passed')),
    /rows: p1 grants Road\.passed, so say which rows of Passage are open/,
  ],
  [
    'rows of an unknown type',
    draft({ rows: all('Pasage') }),
    /rows\.Pasage is no type of the schema\. Did you mean Passage\?/,
  ],
  ['rows of another agency’s type', draft({ rows: all('Case') }), /rows\.Case belongs to AG-CASES/],
  [
    'rows of a type that is not opened by rows',
    draft({ rows: all('Road') }),
    /rows\.Road has no rows that are opened one by one/,
  ],
  [
    'an operand that is not enforced for the type',
    draft({ rows: { Camera: [{ leftOperand: 'age', operator: 'lteq', rightOperand: 'P1D' }] } }),
    /rows\.Camera: age is not enforced for this type/,
  ],
  [
    'a key left out',
    granting(permit('p1', 'read', 'Road.name')),
    /Road\.id is never null: grant it wherever Road\.name is granted/,
  ],
  [
    'a key that needs more than its row',
    granting(
      permit('p1', 'read', 'Road.name'),
      permitWith({ requires: { caseReference: true } }, 'p2', 'read', 'Road.id'),
    ),
    /Road\.id is never null/,
  ],
  [
    'a failing test of its own',
    draft({
      tests: [{ caller: { role: 'partner', purpose: 'ROAD_SAFETY' }, read: 'Road.keeper', expect: 'allow' }],
    }),
    /tests\[0\]: read Road\.keeper expects allow, and is deny:NOT_GRANTED/,
  ],
  [
    'a test about an unknown field',
    draft({
      tests: [{ caller: { role: 'partner', purpose: 'ROAD_SAFETY' }, read: 'Road.keper', expect: 'deny' }],
    }),
    /tests\[0\]: Road\.keper is not in the schema/,
  ],
])('%s is refused', (_, input, message) => {
  expect(complaintOf(input)).toMatch(message);
});

it('a wildcard grants what the assigner owns on the type, and a prohibition may use one on any type', () => {
  const input = draft({
    permission: [permit('p1', 'read', 'Road.*')],
    prohibition: [permit('x1', 'read', 'Road.passed', 'Passage.*')],
  });
  expect(complaintOf(input)).toBe('');
});

it('a test of its own may ask what it likes, and expect a code', () => {
  const caller = { role: 'partner', purpose: 'ROAD_SAFETY' };
  const tests = [
    { caller, read: 'Road.name', expect: 'allow' },
    { caller, filter: 'Road.name', expect: 'deny' },
    { caller, match: 'Road.name', expect: 'deny:NOT_GRANTED' },
    { caller: { ...caller, purpose: 'STATISTICS' }, read: 'Road.name', expect: 'deny:PURPOSE_NOT_GRANTED' },
    { caller: { ...caller, role: 'analyst' }, read: 'Road.name', expect: 'deny:NO_AGREEMENT' },
  ];
  expect(complaintOf(draft({ tests }))).toBe('');
});

it('every problem of every file is listed at once, each with its file', () => {
  const complaint = complaintOf(
    granting(permit('p1', 'read', 'Road.nmae'), row),
    granting(permit('p1', 'read', 'Case.id')),
    draft({ uid: 'urn:agr:test:z' }),
  );
  for (const part of [
    /0\.yaml: p1: Road\.nmae/,
    /0\.yaml: rows: r1/,
    /1\.yaml: p1: Case\.id/,
    /2\.yaml: .* would both serve/,
  ]) {
    expect(complaint).toMatch(part);
  }
});
