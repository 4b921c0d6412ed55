import { expect, test } from 'vitest';
import { printType } from '../../server/catalog/typeText';
import { analyzeFixture } from '../support/analyzeFixture';

/** The variables that the first statement sets or reads, each with the type of its value. */
function variables(source: string): readonly string[] {
  const model = analyzeFixture(source).model.statements[0]?.model;
  return (model?.variables ?? []).map(
    ({ name, use, definition }) =>
      `${use} ${name} ${definition?.value ? printType(definition.value.type) : 'nothing'}`,
  );
}

test('a variable has the type of its value, or of the only column of its query', () => {
  expect(
    variables(`$$ BEGIN
  SET @n = SELECT max(store_id) FROM stores;
  SET @day = date '2024-01-01';
  SELECT * FROM stores WHERE store_id = @n AND opened > @day;
END $$;`),
  ).toEqual(['set @n int', 'set @day date', 'read @n int', 'read @day date']);
});

test('before it is set it has none', () => {
  expect(variables('$$ BEGIN SELECT @n; SET @n = 1; SELECT @n; END $$;')).toEqual([
    'read @n nothing',
    'set @n int',
    'read @n int',
  ]);
});

test('branches count as if all were run', () => {
  expect(
    variables(`$$ BEGIN
  IF 1 = 1 THEN SET @a = 1; ELSE SET @b = 'x'; END IF;
  SELECT @a, @b;
END $$;`),
  ).toEqual(['set @a int', 'set @b string', 'read @a int', 'read @b string']);
});
