import { describe, test } from 'vitest';
import { checkForm } from '../../support/checkForms';

describe('blocks', () => {
  test.each([
    ['$$ BEGIN SELECT 1; SELECT 2; END $$;', 'BlockStatement SELECT 1;', 'BlockStatement SELECT 2;'],
    ['$$BEGIN SELECT 1; END$$;', 'Block $$BEGIN SELECT 1; END$$'],
    ['$$BEGIN SELECT 1; $$END;', 'Block $$BEGIN SELECT 1; $$END'],
    ['$$ BEGIN SET @v = SELECT max(a) FROM t; END $$;', 'Set SET @v = SELECT max(a) FROM t', 'Variable @v'],
    [
      "$$ BEGIN IF @v = 'a' THEN SELECT 1; ELSEIF @v = 'b' THEN SELECT 2; ELSE SELECT 3; END IF; END $$;",
      "If IF @v = 'a' THEN SELECT 1; ELSEIF @v = 'b' THEN SELECT 2; ELSE SELECT 3; END IF",
      "ElseIf ELSEIF @v = 'b' THEN SELECT 2;",
      'ElseBranch ELSE SELECT 3;',
    ],
    [
      '$$ BEGIN IF @a THEN IF @b THEN SELECT 1; END IF; END IF; END $$;',
      'If IF @a THEN IF @b THEN SELECT 1; END IF; END IF',
      'If IF @b THEN SELECT 1; END IF',
    ],
    [
      '$$ BEGIN BEGIN SELECT 1; END; SELECT 2; END $$;',
      'Block $$ BEGIN BEGIN SELECT 1; END; SELECT 2; END $$',
      'Block BEGIN SELECT 1; END',
    ],
    [
      '$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 2; END $$;',
      'ExceptionHandler EXCEPTION WHEN OTHERS THEN SELECT 2;',
    ],
    [
      '$$ BEGIN SELECT 1; EXCEPTION WHEN OTHER THEN SELECT 2; END $$;',
      'ExceptionHandler EXCEPTION WHEN OTHER THEN SELECT 2;',
    ],
    [
      '$$ BEGIN\n# A comment of its own line.\nINSERT INTO t SELECT * FROM u SNAPSHOT BETWEEN @a AND @b; END $$;',
      'SnapshotClause SNAPSHOT BETWEEN @a AND @b',
    ],
    ["$$ BEGIN SELECT raise_error(concat('v is ', '@V')); END $$;"],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});

describe('templates and parameters', () => {
  test.each([
    ['#NAME;', 'Template #NAME'],
    ['SELECT * FROM #TABLE_TEMPLATE WHERE #condition', 'TableRef #TABLE_TEMPLATE', 'Template #condition'],
    ['SELECT a FROM t #rest_of_query'],
    [
      "SELECT * FROM $db.schema1.t WHERE day = '$day' AND n > ${limit}",
      'TableRef $db.schema1.t',
      'Parameter ${limit}',
    ],
  ])('%s', (sql, ...nodes) => checkForm(sql, ...nodes));
});
