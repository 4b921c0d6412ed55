/** A double as Java writes it: `1.0`, `1.0E10`, `NaN`. `single` for a float. */
export function javaNumberText(value: number, single = false): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === 0) return `${sign}0.0`;
  const text = single ? shortestFloat(size) : String(size);
  if (size >= 1e-3 && size < 1e7) return sign + (text.includes('.') ? text : `${text}.0`);
  const [mantissa, exponent] = Number(text).toExponential().split('e') as [string, string];
  return `${sign}${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

function shortestFloat(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(Number(value.toPrecision(9)));
}
