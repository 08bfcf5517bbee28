/** Reads a time as a source writes it; null where it is not written so. Answers RFC 3339 with offset. */
export type ReadInstant = (written: string) => string | null;

interface Token {
  readonly name: string;
  readonly digits: string;
}

const TOKENS: Readonly<Record<string, Token>> = {
  yyyy: { name: 'year', digits: String.raw`\d{4}` },
  // 民國: the years of the Republic of China calendar, 1 = 1912.
  RRR: { name: 'rocYear', digits: String.raw`\d{2,3}` },
  MM: { name: 'month', digits: String.raw`\d\d` },
  dd: { name: 'day', digits: String.raw`\d\d` },
  HH: { name: 'hour', digits: String.raw`\d\d` },
  mm: { name: 'minute', digits: String.raw`\d\d` },
  ss: { name: 'second', digits: String.raw`\d\d` },
  SSS: { name: 'fraction', digits: String.raw`\d{1,9}` },
  XXX: { name: 'offset', digits: String.raw`Z|[+-]\d\d:\d\d` },
};
const TOKEN = /yyyy|RRR|MM|dd|HH|mm|ss|SSS|XXX/g;
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/** What is wrong with a format, with its remedy; null where it can be read. */
export function findFormatProblem(format: string, timezone: string | undefined): string | null {
  const tokens: string[] = format.match(TOKEN) ?? [];
  if (!tokens.includes('yyyy') && !tokens.includes('RRR'))
    return 'has no year; write yyyy, or RRR for a ROC year';
  const absent = ['MM', 'dd'].find((token) => !tokens.includes(token));
  if (absent !== undefined) return `has no ${absent}; a time needs year, month and day`;
  const twice = tokens.find((token, at) => tokens.indexOf(token) !== at);
  if (twice !== undefined) return `has ${twice} twice; leave one out`;
  if (!tokens.includes('XXX') && timezone === undefined)
    return 'has no offset (XXX), so the adapter needs a timezone, for example "+08:00"';
  return null;
}

/** Compiles a format such as `yyyy/MM/dd HH:mm`; without one, ISO 8601 with a space or a T. */
export function compileInstantFormat(format: string | undefined, timezone: string | undefined): ReadInstant {
  if (format === undefined) {
    return (written) => {
      const found = ISO.exec(written);
      const offset = found?.[4] ?? timezone;
      if (found === null || offset === undefined) return null;
      return `${found[1]!}T${found[2]!}${found[3] ?? ':00'}${offset}`;
    };
  }
  const order: string[] = [];
  const body = format
    .split(/(yyyy|RRR|MM|dd|HH|mm|ss|SSS|XXX)/)
    .map((part) => {
      const token = TOKENS[part];
      if (token === undefined) return part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
      order.push(token.name);
      return `(${token.digits})`;
    })
    .join('');
  const shape = new RegExp(`^${body}$`, 'u');
  const at = (name: string): number => order.indexOf(name) + 1;
  const [year, rocYear, month, day] = [at('year'), at('rocYear'), at('month'), at('day')];
  const [hour, minute, second, fraction, offset] = [
    at('hour'),
    at('minute'),
    at('second'),
    at('fraction'),
    at('offset'),
  ];
  return (written) => {
    const found = shape.exec(written);
    if (found === null) return null;
    const writtenYear = year > 0 ? found[year]! : String(Number(found[rocYear]) + 1911);
    const partOf = (place: number): string => (place > 0 ? found[place]! : '00');
    const fractionPart = fraction > 0 ? `.${found[fraction]!}` : '';
    const writtenOffset = offset > 0 ? found[offset]! : timezone!;
    return `${writtenYear}-${found[month]!}-${found[day]!}T${partOf(hour)}:${partOf(minute)}:${partOf(second)}${fractionPart}${writtenOffset}`;
  };
}
