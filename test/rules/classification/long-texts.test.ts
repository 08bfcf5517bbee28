import { scanText } from '../../../src/classification/index.ts';

const line = '今日辖区道路通行正常，未发生交通拥堵，各卡口设备运行良好，值守人员按时交接。\n';
const longText = line.repeat(600);

describe('a long text, which is read window by window', () => {
  it('is clean as a whole if its lines are', () => {
    expect(scanText(longText).verdict).toBe('pass');
    expect(scanText(`秘密花园\n${longText}内部道路\n`).verdict).toBe('pass');
  });

  it.each([0, 37, 2047, 2048, 2049, 4100, 8190, 20_000])(
    'gives up a mark near unit %i, and its place',
    (at) => {
      const cut = longText.indexOf('\n', at) + 1;
      for (const mark of ['机密★1年', '机\n密\n★', 'SECRET//NOFORN', '机密 关于调整勤务的通知\n']) {
        const text = longText.slice(0, cut) + mark + longText.slice(cut);
        expect(scanText(text)).toMatchObject({ verdict: 'block', position: cut });
      }
    },
  );

  it('gives up a mark on one line of any length', () => {
    const flat = longText.replaceAll('\n', '');
    expect(scanText(`${flat}机密★1年${flat}`).position).toBe(flat.length);
  });

  it('remembers a level column that was named far above', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${String(i)},蒙E${String(10_000 + i)},公开`);
    const table = (last: string) => ['序号,车牌,密级', ...rows, last].join('\n');
    expect(scanText(table('3000,蒙E20000,公开')).verdict).toBe('pass');
    expect(scanText(table('3000,蒙E20000,秘密'))).toMatchObject({ verdict: 'block', rule: 'label.column' });
  });

  it('places an encoded mark where its run starts', () => {
    const run = Buffer.from('绝密★长期').toString('base64');
    const text = `${longText}<b>附注</b> ${run} ${longText}`;
    expect(scanText(text)).toMatchObject({ verdict: 'block', position: text.indexOf(run), depth: 1 });
  });
});
