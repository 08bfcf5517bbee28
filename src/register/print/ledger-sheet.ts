import type { LedgerHead } from '../file/register-file.ts';
import type { Carrier } from '../model/carrier.ts';
import type { Ledger } from '../model/ledger.ts';
import { LEVELS } from '../model/levels.ts';
import { describeEvent, EVENT_WORDS, noteOf, STATE_WORDS, TYPE_WORDS } from './words.ts';

/** A ledger as it is printed: words only, in the order of the page. */
export interface LedgerSheet {
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** One card a carrier: its household card. */
  readonly cards: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

const COLUMNS = [
  '编号 No.',
  '类型 Type',
  '密级 Level',
  '名称 Title',
  '份号/序列号 Copy/serial',
  '来文单位 Origin',
  '保管人 Custodian',
  '柜 Cabinet',
  '状态 State',
  '持有 Holder',
  '应还 Due',
];

/** Lays a ledger out for printing. */
export function layOutLedger(ledger: Ledger, head: LedgerHead, printedAt: string): LedgerSheet {
  const carriers = [...ledger.carriers.values()].toSorted((a, b) => (a.no < b.no ? -1 : 1));
  return {
    title: '涉密载体登记簿 Ledger of classified carriers',
    lines: [
      `单位 Unit: ${ledger.unit}`,
      `登记簿 Register: ${ledger.register ?? ''}`,
      `记录 Entries: ${head.size}`,
      `树根 Root: ${head.root}`,
      `打印时间 Printed: ${printedAt}`,
    ],
    columns: COLUMNS,
    rows: carriers.map(rowOf),
    cards: carriers.map((carrier) => ({
      heading: `${carrier.no}  ${carrier.title}`,
      lines: carrier.history.map((entry) => {
        const note = noteOf(entry);
        const words = [`#${entry.seq}`, entry.at, EVENT_WORDS[entry.event.kind], describeEvent(entry.event)];
        return [...words, `经办 by ${entry.by}`, note].filter((word) => word !== '').join('  ');
      }),
    })),
  };
}

function rowOf(carrier: Carrier): string[] {
  const { no, type, level, term, title, copyNo, serial, origin, custodian, cabinet, state, holder, dueOn } =
    carrier;
  return [
    no,
    TYPE_WORDS[type],
    term === undefined ? LEVELS[level] : `${LEVELS[level]}★${term}`,
    title,
    serial ?? copyNo ?? '',
    origin,
    custodian,
    cabinet ?? '',
    STATE_WORDS[state],
    holder ?? '',
    dueOn ?? '',
  ];
}
