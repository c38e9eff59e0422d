"""XML out: values as its readers expect them, and one way to turn a tree into bytes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring

from graph.export.rows import Value


def xml_value(value: Value) -> str:
    """The value as XML Schema writes it: `true`, not `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_xml(root: Element) -> bytes:
    """The tree indented, in UTF-8, with its declaration. Its texts must be free of what XML forbids."""
    indent(root, space=" ")
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
