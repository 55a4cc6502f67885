"""What is held as tables: documents, statements, passages, findings.

Account -> rows.py -> csv_table.py | parquet.py | hugging_face.py (a folder of Parquet)
"""

from onrecord.exports.tables.csv_table import as_csv_table
from onrecord.exports.tables.hugging_face import fill_hugging_face
from onrecord.exports.tables.parquet import as_parquet
from onrecord.exports.tables.rows import COLUMNS, rows

__all__ = ["COLUMNS", "as_csv_table", "as_parquet", "fill_hugging_face", "rows"]
