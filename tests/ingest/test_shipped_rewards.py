"""The rates of the shipped decree on emulation and the base salaries of the shipped decrees on pay, as amounts."""

import re
from pathlib import Path

import pytest

from corpus.model import Recipient
from corpus.reward import amount
from ingest.deriving import derive
from ingest.reading import read
from ingest.rewards import read_base_salaries, read_rewards

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"
PERSON, COLLECTIVE, HOUSEHOLD = Recipient.PERSON, Recipient.COLLECTIVE, Recipient.HOUSEHOLD


def shipped(name):
    path = DOCUMENTS / name
    return derive(read(path), path, "", {"form": "digest", "kind": "Nghị định"})


@pytest.fixture(scope="module")
def rates():
    record = shipped("152-2025-nd-cp.md")
    return {(one.title, one.recipient): one for one in read_rewards(record.document, record.provisions)}


@pytest.fixture(scope="module")
def salaries():
    records = [shipped(name) for name in ("73-2024-nd-cp.md", "161-2026-nd-cp.md")]
    read_ones = [one for record in records for one in read_base_salaries(record.document, record.provisions)]
    return [one.amount for one in sorted(read_ones, key=lambda one: one.since)]


@pytest.mark.parametrize(
    ("title", "recipient", "before", "since"),  # for decisions until 30/6/2026, from 01/7/2026
    [
        ("Lao động tiên tiến", PERSON, 710_000, 760_000),
        ("Chiến sĩ thi đua cơ sở", PERSON, 2_340_000, 2_530_000),
        ("Chiến sĩ thi đua bộ, ban, ngành, tỉnh", PERSON, 7_020_000, 7_590_000),
        ("Chiến sĩ thi đua toàn quốc", PERSON, 10_530_000, 11_390_000),
        ("Tập thể lao động tiên tiến", COLLECTIVE, 1_880_000, 2_030_000),
        ("Tập thể lao động xuất sắc", COLLECTIVE, 3_510_000, 3_800_000),
        ("Phường tiêu biểu", COLLECTIVE, 4_680_000, 5_060_000),
        ("Cờ thi đua của bộ, ban, ngành, tỉnh", COLLECTIVE, 18_720_000, 20_240_000),
        ("Cờ thi đua của Chính phủ", COLLECTIVE, 28_080_000, 30_360_000),
        ("Bằng khen của Thủ tướng Chính phủ", PERSON, 8_190_000, 8_860_000),
        ("Bằng khen của Thủ tướng Chính phủ", COLLECTIVE, 16_380_000, 17_710_000),
        ("Bằng khen của bộ, ban, ngành, tỉnh", PERSON, 3_510_000, 3_800_000),
        ("Bằng khen của bộ, ban, ngành, tỉnh", COLLECTIVE, 7_020_000, 7_590_000),
        ("Giấy khen", PERSON, 710_000, 760_000),
        ("Giấy khen", COLLECTIVE, 1_410_000, 1_520_000),
        ("Giấy khen", HOUSEHOLD, 1_060_000, 1_140_000),
        ("Huân chương Lao động hạng Nhất", PERSON, 21_060_000, 22_770_000),
        ("Huân chương Lao động hạng Nhì", PERSON, 17_550_000, 18_980_000),
        ("Huân chương Lao động hạng Ba", PERSON, 10_530_000, 11_390_000),
        ("Huân chương Lao động hạng Ba", COLLECTIVE, 21_060_000, 22_770_000),
    ],
)
def test_the_amount_is_that_of_the_decrees(rates, salaries, title, recipient, before, since):
    coefficient = rates[title, recipient].coefficient
    assert [amount(coefficient, salary) for salary in salaries] == [before, since]


def test_every_multiple_of_the_base_salary_in_the_decree_is_read(rates):
    text = shipped("152-2025-nd-cp.md").document.text
    places = [match.start() for match in re.finditer("lần mức lương cơ sở", text)]
    read_places = [(one.start, one.end) for one in rates.values()]
    assert [text[at - 60 : at] for at in places if not any(start < at < end for start, end in read_places)] == []
