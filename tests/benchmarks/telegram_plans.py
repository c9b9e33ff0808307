"""Invented plans whose deadlines are a few days from today, and questions on them: for runs that need reminders."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from tests.benchmarks.telegram_office import ROOT

DUTIES = (
    ("Phòng Nội vụ", "báo cáo kết quả phong trào trồng cây"),
    ("Văn phòng", "tổng hợp danh sách đề nghị khen thưởng"),
    ("Phòng Giáo dục và Đào tạo", "báo cáo sơ kết phong trào dạy tốt, học tốt"),
    ("Phòng Kinh tế", "đăng ký sản phẩm thi đua của hợp tác xã"),
    ("Phòng Văn hóa và Thông tin", "nộp hồ sơ gia đình văn hóa tiêu biểu"),
)


def plan_numbers(count: int) -> list[str]:
    return [f"{number}/KH-UBND" for number in range(301, 301 + count)]


def write_plans(folder: Path, count: int, today: date) -> None:
    """So many plans are in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in range(count):
        (folder / f"{place}.txt").write_text(plan_text(place, today), encoding="utf-8")


def plan_text(place: int, today: date) -> str:
    """The plan at this place of `plan_numbers`, with one duty that is due three to six days from today."""
    [number] = plan_numbers(place + 1)[place:]
    unit, task = DUTIES[place % len(DUTIES)]
    due = today + timedelta(days=3 + place % 4)
    return _PLAN.format(number=number, unit=unit, task=task, due=f"{due:%d/%m/%Y}", signer=f"Trần Văn {place}")


def questions_on(number: str) -> list[str]:
    """Different questions that the plan answers."""
    return [
        f"Kế hoạch {number} báo cáo trước ngày nào?",
        f"ai ký KH {number}",
        f"Kế hoạch {number} ban hành ngày nào?",
        f"KH {number} giao việc gì cho đơn vị nào",
        f"KH {number} còn hiệu lực không?",
    ]


def add_to_library(folder: Path, data_dir: Path) -> None:
    """What lies in the folder is in the library, read by the product's own ingest."""
    command = [sys.executable, "-m", "ingest", "add", str(folder)]
    subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(data_dir)},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


_PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HẠ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}
Sơn Hạ, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Phát động thi đua: {task}

Thực hiện Kế hoạch số 88/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh, tỉnh ban hành kế hoạch số {number}:
I. MỤC ĐÍCH
1. Vận động cán bộ, nhân dân thi đua và kịp thời biểu dương các đơn vị làm tốt.
II. TỔ CHỨC THỰC HIỆN
1. {unit} {task} trước ngày {due}.

Nơi nhận:
- Các phòng, ban;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
{signer}
"""
