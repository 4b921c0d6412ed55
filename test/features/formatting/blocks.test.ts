import { test } from 'vitest';
import { checkFormat } from '../../support/checkFormat';

test('a block has its statements one level deeper', () => {
  checkFormat(
    `$$begin set @a=select 1; if @a>0 then insert into t select 1; elseif @a is null then select 3; else select 2; end if;


select 3; exception when other then select 'x'; end $$;`,
    `$$ BEGIN
  SET @a = SELECT 1;
  IF @a > 0 THEN
    INSERT INTO t SELECT 1;
  ELSEIF @a IS NULL THEN
    SELECT 3;
  ELSE
    SELECT 2;
  END IF;

  SELECT 3;
EXCEPTION
  WHEN OTHER THEN
    SELECT 'x';
END $$;`,
  );
});

test('a variable from a long query', () => {
  checkFormat(
    `$$ begin set @from = select coalesce(max(last_snapshot_id), 'HEAD') from checkpoints where process_name = 'features' and is_done; set @to = (select max(id)
from t); end $$;`,
    `$$ BEGIN
  SET @from =
    SELECT coalesce(max(last_snapshot_id), 'HEAD')
    FROM checkpoints
    WHERE process_name = 'features' AND is_done;
  SET @to = (
    SELECT max(id)
    FROM t
  );
END $$;`,
  );
});

test('a block in a block', () => {
  checkFormat(
    '$$ begin $$ begin select 1; end $$; if @a then if @b then select 1; end if; end if; end $$;',
    `$$ BEGIN
  $$ BEGIN
    SELECT 1;
  END $$;
  IF @a THEN
    IF @b THEN
      SELECT 1;
    END IF;
  END IF;
END $$;`,
  );
});

test('comments in blocks', () => {
  checkFormat(
    `$$ begin
-- find the window
set @a = select 1; -- one

# the next step
select 2;
-- last words
end $$;`,
    `$$ BEGIN
  -- find the window
  SET @a = SELECT 1; -- one

  # the next step
  SELECT 2;
  -- last words
END $$;`,
  );
});
