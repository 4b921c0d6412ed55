import { test } from 'vitest';
import { checkDiagnostics } from '../../../support/checkDiagnostics';

test('a handler that only selects a text', () => {
  checkDiagnostics(`
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 'ERROR'; END $$;
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed: This handler hides the error: the run ends as a success. Pass it on with raise_error, or record it
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHER THEN SELECT 'ERROR' AS result; END $$;
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
$$ BEGIN SET @t = 'a'; EXCEPTION WHEN OTHERS THEN SELECT concat('failed: ', @t); END $$;
--                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 'ERROR', now(); END $$
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
`);
});

test('a handler that cleans up and tells nobody', () => {
  checkDiagnostics(`
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN DROP TABLE IF EXISTS half; SELECT 'ERROR'; END $$;
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN DROP TABLE IF EXISTS half; END $$
--                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
`);
});

test('the handler of a block in a block', () => {
  checkDiagnostics(`
$$ BEGIN
  BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 'inner'; END;
--                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error-swallowed
EXCEPTION WHEN OTHERS THEN SELECT raise_error('outer');
END $$
`);
});

test('a handler that passes the error on, or records it', () => {
  checkDiagnostics(`
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT raise_error('failed'); END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT 'ERROR'; SELECT raise_error('failed'); END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT RAISE_ERROR(concat('failed: ', 'a')); END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT assert_true(false); END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN INSERT INTO open_stores SELECT 1 AS store_id, 'failed' AS city; SELECT 'ERROR'; END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN CREATE TABLE failures AS SELECT now() AS failed_at; END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN DROP TABLE IF EXISTS half; SELECT raise_error('failed'); END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN SELECT city FROM stores; END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN IF 1 = 1 THEN SELECT raise_error('failed'); END IF; END $$;
$$ BEGIN SELECT 1; EXCEPTION WHEN OTHERS THEN #REPORT_FAILURE; END $$;
$$ BEGIN SELECT 1; SELECT 'ERROR'; END $$;
SELECT 'ERROR'
`);
});
