"""The desk: the record in a browser.

Takes views of the record, gives pages. Each page is a `View` (`view.py`): an address with filters whose rows
are shown as HTML, and given as JSON and CSV at the same address. Nothing is asked of any other machine.
"""
