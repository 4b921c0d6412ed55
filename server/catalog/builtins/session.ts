export const sessionFunctions = `
~current_catalog() -> string! | Name of the current catalog
current_database() -> string! | Name of the current database
~current_schema() -> string! | Same as current_database
~current_user() -> string! | Name of the user
~input_file_block_length() -> bigint! | Length of the block being read
~input_file_block_start() -> bigint! | Start of the block being read
~input_file_name() -> string! | Name of the file being read
~java_method(class: string, method: string, [values: any...]) -> string? | Calls a Java method
raise_error(message: string) -> void? | Stops the statement or block with a user error
~reflect(class: string, method: string, [values: any...]) -> string? | Same as java_method
~session_user() -> string! | Name of the user
~spark_partition_id() -> int! | Number of the partition being processed
table_exists(table: string) -> boolean! | True when the table exists
~user() -> string! | Name of the user
~version() -> string! | Version of the engine
`;
