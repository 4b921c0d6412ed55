import { printType } from '../../catalog/typeText';
import type { DataType } from '../../catalog/types';
import { sqlBlock } from '../render/markdownText';
import { shortType } from './shortType';

/** The document of a name, with its type where the list shows that in short only. */
export function withWholeType(type: DataType, document: string | undefined): string | undefined {
  const whole = printType(type);
  if (whole === shortType(type)) return document;
  return [...(document === undefined ? [] : [document]), sqlBlock(whole)].join('\n\n');
}
