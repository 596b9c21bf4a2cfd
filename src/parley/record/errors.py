"""What can go wrong with a record.

```
ParleyError
└── RecordError
    ├── NotARecord        the file is something else
    ├── NewerRecord       a later version of Parley wrote it
    ├── RecordUnwritable  it, or its folder, cannot be written
    ├── RecordFull        the disk is full
    ├── RecordBusy        another process has held it for too long
    ├── RecordDamaged     what it holds cannot be read back
    ├── UnstorableReport  a report cannot be kept as it is; nothing of it was kept
    ├── BadFilter         a question that cannot be asked
    ├── NotFound          no report or finding goes by this name
    └── Ambiguous         more than one report or finding goes by this name
```
"""

from __future__ import annotations

from parley.errors import ParleyError


class RecordError(ParleyError):
    """Something about a record that a user can mend."""


class NotARecord(RecordError):
    """The file is not a record of Parley's."""


class NewerRecord(RecordError):
    """The record was written by a later version of Parley."""


class RecordUnwritable(RecordError):
    """The record or its folder cannot be written."""


class RecordFull(RecordError):
    """The disk the record lies on is full. Everything written before is kept."""


class RecordBusy(RecordError):
    """Another process has held the record for too long."""


class RecordDamaged(RecordError):
    """The record holds something that cannot be read back."""


class UnstorableReport(RecordError):
    """A report cannot be kept as it is. Nothing of it was kept, and the record goes on."""


class BadFilter(RecordError):
    """A question that cannot be asked, such as one about a day that does not exist."""


class BadArchive(RecordError):
    """Lines that are no exported record, or that cannot be taken into this one; nothing of them was kept."""


class NotFound(RecordError):
    """No report or finding goes by this name."""


class Ambiguous(RecordError):
    """More than one report or finding goes by this name; the message lists them."""


class BadRuling(RecordError):
    """A decision cannot be kept: it is not signed, or the finding has no such field."""
