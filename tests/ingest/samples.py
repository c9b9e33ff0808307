"""Small documents in the layout of Nghị định 30/2020/NĐ-CP, with invented places, people and tasks."""


def plan(number="12/KH-UBND", day=5, title="Phát động phong trào thi đua trồng cây đầu năm", task="vệ sinh đường làng"):
    return (
        "ỦY BAN NHÂN DÂN\n"
        "XÃ SƠN HẠ\n"
        "-------\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n"
        "---------------\n"
        f"Số: {number}\n"
        f"Sơn Hạ, ngày {day:02d} tháng 3 năm 2025\n"
        "\n"
        "KẾ HOẠCH\n"
        f"{title}\n"
        "\n"
        "Thực hiện Kế hoạch số 88/KH-UBND ngày 10/01/2025 của Ủy ban nhân dân tỉnh, xã ban hành kế hoạch như sau:\n"
        "I. MỤC ĐÍCH\n"
        f"1. Vận động nhân dân tham gia {task}.\n"
        "2. Kịp thời biểu dương các thôn làm tốt.\n"
        "II. TỔ CHỨC THỰC HIỆN\n"
        "1. Văn phòng xã tổng hợp kết quả, báo cáo trước ngày 15/12/2025.\n"
        "2. Các thôn đăng ký thi đua trong tháng 3.\n"
        "\n"
        "Nơi nhận:\n"
        "- Các thôn;\n"
        "- Lưu: VT.\n"
        "TM. ỦY BAN NHÂN DÂN\n"
        "CHỦ TỊCH\n"
        "Trần Văn Mẫu\n"
    )


def digest_form(text):
    return f"---\nform: digest\n---\n{text}"
