"""The rules of structure of design.md and style.md, as tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "corpus", "ingest")
LONGEST_FILE = 300

MAY_IMPORT = {
    "corpus": {"corpus"},
    "ingest": {"corpus", "ingest"},
    "bot": {"corpus", "bot"},
}

# One home per foreign library; a folder where the library's shape needs several files.
HOMES = {
    "sentence_transformers": ("corpus/embedding.py",),
    "torch": ("corpus/encoder.py",),
    "tokenizers": ("corpus/weights.py", "corpus/encoder.py"),
    "safetensors": ("corpus/weights.py", "corpus/encoder.py"),
    "lxml": ("ingest/readers/web_page.py",),
    "pdfminer": ("ingest/readers/pdf.py",),
    "chromadb": ("corpus/vector_index.py",),
    "telegram": ("bot/telegram/",),
    "aiohttp": ("bot/telegram/",),
    "certifi": ("bot/telegram/environment.py",),
    "prometheus_client": ("bot/telegram/",),
    "pythonjsonlogger": ("bot/logs.py",),
    "pdfplumber": ("ingest/readers/pdf.py",),
    "docx": ("ingest/readers/word",),
    "trafilatura": ("ingest/readers/web_page.py",),
    "yaml": ("ingest/readers/front_matter.py",),
    "dotenv": ("corpus/settings.py",),
    "tqdm": ("ingest/progress.py",),
    "holidays": ("corpus/working_days.py",),
    "icalendar": ("bot/calendar_file.py",),
    "matplotlib": ("bot/timeline.py", "bot/timeline_type.py"),
}


def python_files() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def imported_modules(path: Path) -> set[str]:
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            modules.add(node.module)
    return modules


def test_packages_import_only_in_the_agreed_direction():
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in python_files()
        for module in imported_modules(path)
        if module.split(".")[0] in PACKAGES and module.split(".")[0] not in MAY_IMPORT[path.relative_to(ROOT).parts[0]]
    ]
    assert wrong == []


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_foreign_library_is_imported_in_its_one_home(library):
    importers = {
        str(path.relative_to(ROOT))
        for path in python_files()
        if any(module.split(".")[0] == library for module in imported_modules(path))
    }
    assert importers, f"nothing imports {library}: remove it from HOMES and from pyproject.toml"
    assert [name for name in sorted(importers) if not name.startswith(HOMES[library])] == []


def test_only_the_telegram_folder_is_asynchronous():
    asynchronous = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if any(isinstance(node, ast.AsyncFunctionDef | ast.Await) for node in ast.walk(ast.parse(path.read_text())))
    ]
    assert [name for name in asynchronous if not name.startswith("bot/telegram/")] == []


def test_no_file_is_a_drawer_without_a_label():
    drawers = {"utils.py", "helpers.py", "common.py", "misc.py", "manager.py", "service.py"}
    assert [str(path.relative_to(ROOT)) for path in python_files() if path.name in drawers] == []


def test_every_file_is_short_enough_to_read():
    long_files = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()
    }
    assert {name: lines for name, lines in long_files.items() if lines > LONGEST_FILE} == {}


def test_no_package_reads_the_clock_at_import():
    for path in python_files():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.Expr) and isinstance(node.value, ast.Call):
                called = ast.unparse(node.value.func)
                assert called not in {"date.today", "datetime.now"}, f"{path}: {called} at import"
