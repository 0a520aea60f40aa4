"""Many tables on an engine: inspected in partitions, compared agency by agency, written as Parquet. Imports Dask in one module."""
