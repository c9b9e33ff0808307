"""What is said when a message leans on something that is not clear: Vietnamese, polite, without exclamation marks."""

from collections.abc import Sequence

# What is said in place of longer thanks.
THANKS = "Cảm ơn"


def nothing_before() -> str:
    """The message points back, and nothing was said that it can mean."""
    return (
        "Tôi chưa rõ anh/chị hỏi về văn bản hoặc nội dung nào. Xin ghi thêm số, ký hiệu văn bản hoặc nội dung cần hỏi, "
        "ví dụ: “Kế hoạch 12/KH-UBND do ai ký?”."
    )


def not_spoken_of_here() -> str:
    """The message means something that people know of from elsewhere, or says too little to be asked of anything."""
    return (
        "Tôi chưa rõ anh/chị hỏi về nội dung nào vì cuộc trò chuyện này chưa nhắc đến. Xin ghi thêm số, ký hiệu "
        "văn bản hoặc việc cần hỏi."
    )


def which_time() -> str:
    """A sum of another time was asked for, and it hangs on the day of the decision."""
    return "Mức tiền thưởng tính theo ngày ký quyết định. Xin ghi thời điểm ký, ví dụ: “quyết định ký tháng 5/2026”."


def which_document(names: Sequence[str]) -> str:
    """The message needs one document, and several can be meant."""
    lines = [f"{number}. {name}" for number, name in enumerate(names, 1)]
    return "\n".join(["Có nhiều văn bản phù hợp với điều đang hỏi. Anh/chị hỏi về văn bản nào?", *lines])


def which_article() -> str:
    """A clause was asked for, and no article was spoken of."""
    return "Tôi chưa rõ anh/chị hỏi khoản, điểm này của điều nào. Xin ghi rõ điều và số, ký hiệu văn bản."


def no_such_provision(document: str) -> str:
    """What was asked for comes before the first provision or after the last."""
    return f"{document} không còn điều, khoản, mục nào ở vị trí đó. Xin ghi rõ điều, khoản cần xem."


def nothing_to_choose() -> str:
    """A number was given, and no choices were offered."""
    return "Hiện không có danh sách nào để chọn theo thứ tự. Xin ghi số, ký hiệu văn bản hoặc nội dung cần hỏi."


def no_document_beside(written: str) -> str:
    """The message means another document than the one talked about, and none is known."""
    return f"Tôi chưa rõ “{written}” là văn bản nào. Xin ghi số, ký hiệu của văn bản cần hỏi."


def no_such_choice(count: int) -> str:
    """A number was given that none of the choices has."""
    return f"Chỉ có {count} lựa chọn. Xin chọn một số từ 1 đến {count} hoặc viết lại câu hỏi."


def no_document_of_kind(written: str) -> str:
    """The message points back at a kind of document that was not spoken of."""
    return f"Trước đó chưa nhắc đến {written} nào. Xin ghi số, ký hiệu của văn bản cần hỏi."


def forgotten() -> str:
    """What was said before is no longer remembered."""
    return "Đã bắt đầu cuộc trò chuyện mới. Xin gửi câu hỏi."
