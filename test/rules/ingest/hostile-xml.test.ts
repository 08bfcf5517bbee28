import { takeIn } from './memory-intake.ts';
import { datexRecord, writeDatex2 } from './publications/write-datex.ts';

const YAML = `adapter: test
version: 1
description: d
format: xml
items: list.row
outputs:
  - type: Checkpoint
    label: INTERNAL
    columns:
      id: $id
      name: name
      orgCode: { from: ../office, orElse: ../$office }
      status: { constant: NORMAL }
      category: { constant: COUNTY }
      usage: { constant: TRAFFIC }
      isEnforcement: { constant: true }
`;
const rowsOf = async (xml: string) =>
  ((await takeIn(YAML, xml, 'rows.xml')).records.Checkpoint ?? []).map(({ id, name, orgCode }) => [
    id,
    name,
    orgCode,
  ]);
const one = (inside: string, before = '', around = ''): string =>
  `${before}<list ${around}><row id="1">${inside}</row></list>`;

describe('XML', () => {
  it('is rows of elements: their own, their attributes, and those of the element around them', async () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
      <!-- a list --><a:all xmlns:a="urn:a"><a:list a:office="甲"><a:row id="1"><a:name> 路<![CDATA[口]]>&#x31;&amp; </a:name></a:row>
      <row id="2"><name/></row></a:list><list><row id="3"><name lang="zh">桥</name><name>二</name></row><office>乙</office></list></a:all>`;
    expect(await rowsOf(xml)).toEqual([
      ['1', '路口1&', '甲'],
      ['2', undefined, '甲'],
      ['3', '桥', '乙'],
    ]);
  });

  it('is read however it is cut into pieces, and however long', async () => {
    const xml = `<list>${Array.from({ length: 3_000 }, (_none, at) => `<row id="${at}"><name>路${'𠮷'.repeat(at % 5)}</name></row>`).join('\n')}</list>`;
    const rows = await rowsOf(xml);
    expect(rows).toHaveLength(3_000);
    expect(rows.every(([, name]) => /^路𠮷*$/u.test(String(name)))).toBe(true);
  });

  it.each([
    ['entities that stand for entities', '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '&b;'],
    ['an entity from elsewhere', '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['a document type from elsewhere', '<!DOCTYPE list SYSTEM "http://127.0.0.1/list.dtd">', ''],
    ['any document type', '<!DOCTYPE list>', ''],
  ])('is refused for %s', async (_what, doctype, inside) => {
    await expect(rowsOf(one(`<name>${inside}</name>`, doctype))).rejects.toThrow(/document type declaration/);
  });

  it.each([
    ['an entity that nobody declared', one('<name>&secret;</name>')],
    ['an element that is not closed', '<list><row id="1"><name>机要</row></list>'],
    ['an attribute twice', '<list><row id="1" id="2"/></list>'],
    ['a prefix that nobody declared', '<x:list/>'],
    ['two roots', `${one('')}<list/>`],
    ['a half', '<list><row id="1">'],
    ['no XML', 'id,name'],
    ['a control character as a reference', one('<name>&#1;</name>')],
  ])('is refused for %s, without repeating it', async (_what, xml) => {
    const refused = await rowsOf(xml).catch((error: unknown) => String(error));
    expect(refused).toMatch(/not well-formed XML \(line \d+\)/);
    expect(refused).not.toMatch(/secret|机要|list|name/);
  });

  it.each([
    ['what nests too deep', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, /nests deeper than 64/],
    ['another encoding', one('', '<?xml version="1.0" encoding="ISO-8859-1"?>'), /written in utf-8/],
    ['another list', '<all><row id="1"/></all>', /no element "row" within an element "list"/],
  ])(
    'is refused for %s',
    async (_what, xml, message) => {
      await expect(rowsOf(xml)).rejects.toThrow(message);
    },
    30_000,
  );

  it.each([
    ['a text', `<list><row>${'a'.repeat(1_100_000)}`],
    ['a declaration', `<!DOCTYPE list [${' '.repeat(1_100_000)}`],
  ])('is refused for %s without end', async (_what, xml) => {
    await expect(rowsOf(xml)).rejects.toThrow(/longer than 1 MiB/);
  });

  it('has no members but its own', async () => {
    const xml = one('<__proto__><name>假</name></__proto__><constructor>x</constructor><name>真</name>');
    expect(await rowsOf(xml)).toEqual([['1', '真', undefined]]);
    expect(Object.prototype).not.toHaveProperty('name');
  });

  const MARK = '绝密★10年';
  it.each([
    ['a text that no rule reads', one(`<other>${MARK}</other>`)],
    ['an attribute', one(`<other of="${MARK}"/>`)],
    [
      'an attribute that another hides',
      one('', '', `a:of="${MARK}" b:of="x" xmlns:a="urn:a" xmlns:b="urn:b"`),
    ],
    [
      'the type of an element',
      one(`<o xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="${MARK}"/>`),
    ],
    ['a namespace', one(`<other xmlns:a="${MARK}"/>`)],
    ['a comment', `<!-- ${MARK} -->${one('')}`],
    ['a comment within a row', one(`<!-- ${MARK} -->`)],
    ['an instruction', `<?note ${MARK}?>${one('')}`],
    ['a text around the rows', `<all><note>${MARK}</note>${one('')}</all>`],
    ['an attribute around the rows', `<all of="${MARK}">${one('')}</all>`],
    ['a text of the element around them', `<list>${MARK}<row id="1"/></list>`],
    ['a text that a comment cuts in two', one('<other>绝密<!-- -->★10年</other>')],
    ['a text that an element cuts in two', one('<other>绝密<b/>★10年</other>')],
    ['a text half of which is CDATA', one('<other>绝密<![CDATA[★10年]]></other>')],
    ['a text written in references', one('<other>&#32477;&#23494;&#9733;10年</other>')],
    ['two neighbours', one('<a>绝密</a><b>★10年</b>')],
    ['a text and the element within it', one('<a>绝密<b>★10年</b></a>')],
    ['an element and the text behind it', one('<a><b>绝密</b>★10年</a>')],
    ['an element deep within a text', one('<a>绝<b><c>密</c></b>★10年</a>')],
    ['an element deep within a text around the rows', `<all><p>绝<b><c>密</c></b>★10年</p>${one('')}</all>`],
    ['an attribute and the text of its element', one('<a of="绝密">★10年</a>')],
    ['a text around the rows that an element cuts in two', `<all><p>绝密<b/>★10年</p>${one('')}</all>`],
    ['a text around the rows and the element within it', `<all><p>绝密<b>★10年</b></p>${one('')}</all>`],
    ['a text around the rows that the rows cut in two', `<all>绝密${one('')}★10年</all>`],
    ['an element that is a label', one('<密级>机密</密级>')],
    ['an element that is a label and has an attribute', one('<密级 lang="zh">机密</密级>')],
    ['an element within a label', one('<密级><值>机密</值></密级>')],
    ['an attribute that is a label', one('<other 密级="机密"/>')],
    ['a label with a prefix', one('<x:密级 xmlns:x="urn:x">机密</x:密级>')],
    ['a label around the rows', `<all><密级>机密</密级>${one('')}</all>`],
    ['the second of two labels around the rows', `<all><密级>公开</密级><密级>机密</密级>${one('')}</all>`],
    ['an attribute around the rows that is a label', `<all 密级="机密">${one('')}</all>`],
    ['an attribute of the element around them that is a label', one('', '', '密级="机密"')],
    ['two instructions', `<?a 绝密?><?b ★10年?>${one('')}`],
    ['the target of an instruction', `<?密级 机密?>${one('')}`],
    ['a comment behind everything', `${one('')}<!-- ${MARK} -->`],
    ['wide letters', one('<other>绝 密　★ １０ 年</other>')],
    ['a text that a comment within a row cuts', one('<other>绝<!--x-->密<?y z?>★10年</other>')],
  ])('with a mark in %s is stopped by the guard', async (_where, xml) => {
    await expect(rowsOf(xml)).rejects.toThrow(/carries a secrecy mark/);
  });

  it('without one is not: this is not the guard at work on brackets', async () => {
    expect(await rowsOf(one('<other of="机械">密度 10 年</other><!-- // -->'))).toHaveLength(1);
    const publication = writeDatex2({ records: [datexRecord('r', 'Accident')] });
    expect(
      (await takeIn(YAML.replace('list.row', 'situation.situationRecord'), publication)).records.Checkpoint,
    ).toHaveLength(1);
  });
});
