"""What is kept and how. Importing this package makes sqlcipher3 the one SQLite library of the process.

sqlite-utils looks for a module named `pysqlite3` before the standard library's `sqlite3`; registering sqlcipher3 under
that name first gives every part of the program the same modern SQLite and the same exception classes.
"""

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
