"""The columns of a batch's result as the engines of others want them written."""

import pyarrow as pa

_NAMES = {pa.string(): "string", pa.int32(): "int"}


def schema_text(schema: pa.Schema) -> str:
    """Return columns in Spark's notation, their names in backticks."""
    return ", ".join(f"`{field.name}` {_kind(field.type)}" for field in schema)


def _kind(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"array<{_kind(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'`{field.name}`: {_kind(field.type)}' for field in kind)}>"
    return _NAMES[kind]
