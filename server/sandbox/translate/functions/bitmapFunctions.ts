import { argumentsOf } from '../nodes';
import { notSupported } from '../refusal';
import { each, macro, type FunctionRule, type FunctionTable } from './functionRule';
import { filterOf, rebuilt } from './aggregateCalls';

/** Sets of numbers as bitmaps of 32,768 bits; the lowest bit of a byte is its first. */
export const bitmapFunctions: FunctionTable = [
  ...each('bitmap_bit_position bitmap_bucket_number bitmap_count', macro),
  ['bitmap_construct_agg', aggregated('spark.bitmap_of', 'list')],
  ['bitmap_or_agg', aggregated('spark.joined_bitmaps', 'list')],
];

function aggregated(name: string, collect: string): FunctionRule {
  return (t, call) => {
    const [value] = argumentsOf(call);
    if (!value) throw notSupported(t.statement, call, 'a bitmap of nothing');
    return t.make(
      call,
    )`${name}(${rebuilt(t, call, t.make(call)`${collect}(DISTINCT ${t.emit(value)})${filterOf(t, call)}`)})`;
  };
}
