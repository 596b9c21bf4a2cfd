"""The same extraction for millions of reports: shards in, Parquet out, loaded into a record in bulk."""
