"""Writes small Word documents; places, people and tasks are invented."""

import zipfile
from io import BytesIO

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def element(xml):
    """The element from its XML, whose namespaces are declared here."""
    opening = xml.replace(">", " >", 1).split(" ", 1)
    return parse_xml(f"{opening[0]} {nsdecls('w', 'r')} {opening[1]}")


def word_document(*blocks):
    """A document of the blocks: a string is a paragraph, `<w:…>` its XML, a list of lists a table."""
    document = docx.Document()
    for block in blocks:
        add(document, block)
    return document


def add(document, block):
    if isinstance(block, list):
        table = document.add_table(rows=0, cols=len(block[0]))
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    elif block.startswith("<w:"):
        document.element.body.insert(len(document.element.body) - 1, element(block))
    else:
        document.add_paragraph(block)


def paragraph(runs, properties=""):
    """A paragraph of raw runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text, number=1, depth=0):
    """A paragraph that Word numbers."""
    return paragraph(run(text), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth, number_format, text, start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def number_lists(document, *families, uses=((1, 1, ""),)):
    """The document's lists become `families` (levels as XML); `uses` are (number, family, overrides)."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for identifier, levels in enumerate(families, 1):
        numbering.append(element(f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'))
    for number, family, overrides in uses:
        numbering.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{family}"/>{overrides}</w:num>'))
    return document


def saved(document):
    """The bytes of the file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_parts(content, **parts):
    """The package with parts added below word/ and related to the document: footnotes="<w:footnotes>…"."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            for part in parts:
                if name == "word/_rels/document.xml.rels":
                    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}"
                    link = f'<Relationship Id="rX{part}" Type="{kind}" Target="{part}.xml"/></Relationships>'
                    text = text.replace(b"</Relationships>", link.encode())
                if name == "[Content_Types].xml":
                    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"
                    link = f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/></Types>'
                    text = text.replace(b"</Types>", link.encode())
            new.writestr(name, text)
        for part, xml in parts.items():
            first, rest = xml.split(">", 1)
            new.writestr(f"word/{part}.xml", f"{first} {nsdecls('w')}>{rest}")
    return stream.getvalue()


def as_macro_document(content):
    """The same package under the content type of a document with macros."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(PLAIN_TYPE.encode(), MACRO_TYPE.encode()))
    return stream.getvalue()


def zip_of(entries):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return stream.getvalue()
