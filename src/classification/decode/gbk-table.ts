let table: Uint16Array | undefined;

/**
 * Two GBK bytes to one unit, 0 where they are none. Asked of the runtime once, all pairs in one text, because its decoder
 * costs a microsecond a call and a hostile text holds many short runs.
 */
export function gbkTable(): Uint16Array {
  if (table !== undefined) return table;
  table = new Uint16Array(0x10000);
  const pairs: number[] = [];
  const lines: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs.push((lead << 8) | trail);
      lines.push(lead, trail, 0x0a);
    }
  }
  const texts = new TextDecoder('gb18030').decode(Uint8Array.from(lines)).split('\n');
  for (const [i, pair] of pairs.entries()) {
    const text = texts[i] ?? '';
    if (text.length === 1 && text !== '\ufffd') table[pair] = text.charCodeAt(0);
  }
  return table;
}
