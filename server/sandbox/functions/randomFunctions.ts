import { sequenceFunction, type ScalarFunction } from './scalarFunction';
import { sparkRandom, type SparkRandom } from './sparkRandom';
import { double, long } from './valueKind';

/** Spark starts every partition with a seed of its own, the next after that of the one before. */
function randomFunction(name: string, next: keyof SparkRandom): ScalarFunction {
  return sequenceFunction(name, [long], double, (part) => {
    let random: SparkRandom | undefined;
    return (seed = 0n) => (random ??= sparkRandom(seed + BigInt(part)))[next]();
  });
}

export const randomFunctions: readonly ScalarFunction[] = [
  randomFunction('spark_rand', 'uniform'),
  randomFunction('spark_randn', 'normal'),
];
